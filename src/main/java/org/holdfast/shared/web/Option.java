package org.holdfast.shared.web;

import org.jspecify.annotations.Nullable;

/// One choice of a list. The parent is the value of the choice it belongs under, such as a department's site.
public record Option(String value, String label, @Nullable String parent) {

    public Option(String value, String label) {
        this(value, label, null);
    }
}
