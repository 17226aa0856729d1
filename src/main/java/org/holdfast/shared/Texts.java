package org.holdfast.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The words of all pages in one language, from `texts/<module>_<language>.properties`.
public final class Texts {

    private final String language;
    private final Map<String, String> words = new HashMap<>();

    private Texts(String language) {
        this.language = language;
    }

    private static final Texts ENGLISH = load("en");
    private static final Texts SPANISH = load("es");

    public static Texts in(String language) {
        return language.equals("es") ? SPANISH : ENGLISH;
    }

    /// The words for a key, with arguments in the places `{0}`, `{1}`.
    ///
    /// @throws IllegalArgumentException if nobody wrote them: a bug, found by the test that reads all templates
    public String of(String key, Object... arguments) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        if (arguments.length == 0) {
            return text;
        }
        return new MessageFormat(text.replace("'", "''"), Locale.of(language)).format(arguments);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    public Map<String, String> all() {
        return Map.copyOf(words);
    }

    private static Texts load(String language) {
        Texts texts = new Texts(language);
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language + ".properties");
            for (var file : files) {
                Properties lines = new Properties();
                try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    lines.load(in);
                }
                lines.forEach((key, text) -> {
                    if (texts.words.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("the key " + key + " stands in two files");
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
