package org.holdfast.supporters.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.holdfast.shared.Texts;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.jspecify.annotations.Nullable;

/// What was typed into a form that was refused, and why; nothing where a page is opened.
///
/// @param errors per field the key of the words to show at it
record Typed(Map<String, String[]> values, Map<String, String> errors) {

    static final Typed NOTHING = new Typed(Map.of(), Map.of());

    static Typed refused(HttpServletRequest request, Map<String, String> errors) {
        return new Typed(request.getParameterMap(), errors);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return List.of(values.getOrDefault(name, new String[0]));
    }

    /// A field with what was typed, else with what is kept.
    Field field(Frame frame, String name, String kept) {
        String value = has(name) ? all(name).getFirst() : kept;
        return new Field(name, frame.t("supporters.profile." + name), value, error(frame.texts(), name));
    }

    @Nullable
    String error(Texts texts, String name) {
        String key = errors.get(name);
        return key == null ? null : texts.of(key);
    }
}
