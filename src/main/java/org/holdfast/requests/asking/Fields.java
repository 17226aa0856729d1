package org.holdfast.requests.asking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Secret;
import org.holdfast.shared.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads fields of a posted object. What does not fit gets its words, in the page's language, at its field, and
/// reading goes on, so that all messages are there at once. What was posted is never repeated in a message.
final class Fields {

    private final JsonNode json;
    private final String prefix;
    private final Map<String, String> errors;
    private final Texts texts;

    Fields(JsonNode json, Map<String, String> errors, Texts texts) {
        this(json, "", errors, texts);
    }

    private Fields(JsonNode json, String prefix, Map<String, String> errors, Texts texts) {
        this.json = json;
        this.prefix = prefix;
        this.errors = errors;
        this.texts = texts;
    }

    /// The fields of an object within; empty ones where there is none.
    Fields within(String name) {
        JsonNode inner = json.path(name);
        if (!inner.isObject() && given(name)) {
            refuse(name, "asking.error.choose");
        }
        return new Fields(inner, prefix + name + ".", errors, texts);
    }

    boolean given(String name) {
        JsonNode value = json.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    void refuse(String name, String key, Object... arguments) {
        errors.putIfAbsent(prefix + name, texts.of(key, arguments));
    }

    boolean yes(String name) {
        JsonNode value = json.path(name);
        if (given(name) && !value.isBoolean()) {
            refuse(name, "asking.error.choose");
        }
        return value.isBoolean() && value.booleanValue();
    }

    int number(String name) {
        JsonNode value = json.path(name);
        if (!value.isInt() || value.intValue() < 1) {
            refuse(name, "asking.error.closing");
            return 0;
        }
        return value.intValue();
    }

    /// Text without control characters, stripped; null where nothing was typed.
    @Nullable
    String text(String name, int most) {
        Optional<String> typed = string(name).map(String::strip).filter(text -> !text.isEmpty());
        if (typed.isPresent() && typed.get().length() > most) {
            refuse(name, "asking.error.tooLong", most);
            return null;
        }
        if (typed.isPresent() && typed.get().chars().anyMatch(Character::isISOControl)) {
            refuse(name, "asking.error.characters");
            return null;
        }
        return typed.orElse(null);
    }

    /// One of a list; null where nothing was chosen.
    <T> @Nullable T one(String name, Function<String, Optional<T>> choice) {
        Optional<String> chosen = string(name);
        Optional<T> found = chosen.flatMap(choice);
        if (chosen.isPresent() && found.isEmpty()) {
            refuse(name, "asking.error.choose");
        }
        return found.orElse(null);
    }

    /// Any of a list, each once, in the order given.
    <T> Set<T> any(String name, int most, Function<String, Optional<T>> choice) {
        Set<T> found = new LinkedHashSet<>();
        for (String chosen : strings(name, most)) {
            choice.apply(chosen).ifPresentOrElse(found::add, () -> refuse(name, "asking.error.choose"));
        }
        return found;
    }

    List<String> strings(String name, int most) {
        JsonNode list = json.path(name);
        if (!given(name)) {
            return List.of();
        }
        if (!list.isArray() || list.size() > most) {
            refuse(name, "asking.error.tooMany", most);
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (JsonNode one : list) {
            if (one.isString()) {
                found.add(one.stringValue());
            } else {
                refuse(name, "asking.error.choose");
            }
        }
        return found;
    }

    @Nullable
    Secret bytes(String name, int length) {
        Optional<Secret> found = string(name)
                .flatMap(Fields::decoded)
                .filter(bytes -> bytes.length == length)
                .map(Secret::new);
        if (found.isEmpty()) {
            refuse(name, "asking.error.closing");
        }
        return found.orElse(null);
    }

    @Nullable
    Ciphertext envelope(String name, Ciphertext.Kind kind) {
        Optional<Ciphertext> found = string(name).flatMap(text -> Ciphertext.read(kind, text));
        if (found.isEmpty()) {
            refuse(name, "asking.error.closing");
        }
        return found.orElse(null);
    }

    /// The constant of this name.
    static <E extends Enum<E>> Function<String, Optional<E>> of(Class<E> type) {
        return name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    /// The same value, where it is one of these.
    static <T> Function<String, Optional<T>> among(Set<T> values, Function<String, Optional<T>> reading) {
        return text -> reading.apply(text).filter(values::contains);
    }

    static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Optional<String> string(String name) {
        JsonNode value = json.path(name);
        if (given(name) && !value.isString()) {
            refuse(name, "asking.error.choose");
        }
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
