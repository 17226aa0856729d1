package org.holdfast.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyCauseAndReasonHasItsWordsInBothLanguages(String language) throws IOException {
        Set<Object> keys = new HashSet<>();
        Stream.of(Cause.values()).map(Cause::key).forEach(keys::add);
        Stream.of(Reason.values()).map(Reason::key).forEach(keys::add);
        for (boolean complete : new boolean[] {true, false}) {
            keys.add(new Ranking.Visible(List.of(), List.of(), complete, false).restKey());
        }
        var texts = new Properties();
        var file = requireNonNull(getClass().getResourceAsStream("/texts/matching_" + language + ".properties"));
        try (var reader = new InputStreamReader(file, UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts.keySet()).isEqualTo(keys);
        assertThat(texts.values()).allMatch(text -> !text.toString().isBlank());
    }
}
