package org.holdfast.shared.web;

import org.jspecify.annotations.Nullable;

/// One field of a form as a page shows it: what was typed stays, a message stands at its field.
public record Field(
        String name, String label, String value, @Nullable String error) {

    public static Field of(String name, String label, String value) {
        return new Field(name, label, value, null);
    }

    public boolean refused() {
        return error != null;
    }
}
