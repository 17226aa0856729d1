package org.holdfast.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.holdfast.shared.HoldfastSettings;
import org.holdfast.shared.Secret;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// The cast's passphrases: in the demo the server has them, so that a click can stand for typing. One file in the data
/// folder, for its owner alone, outside the database. A line a person: short name, then six words.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class Passphrases {

    private final Path file;

    Passphrases(HoldfastSettings settings) {
        this.file = settings.data().resolve("demo-passphrases");
    }

    void keep(Map<String, String> byPerson) {
        String lines = byPerson.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            // One that an interrupted first start left behind opens nothing.
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Secret> of(String who) {
        return Optional.ofNullable(all().get(who));
    }

    private Map<String, Secret> all() {
        Map<String, Secret> all = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                all.put(line.substring(0, space), Secret.of(line.substring(space + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
