package org.holdfast.requests.pages;

import org.holdfast.shared.web.Frame;
import org.jspecify.annotations.Nullable;

/// What the last tap came to, as the address after a form says it; only what has words is repeated.
final class Said {

    private Said() {}

    /// The key below this one for a word from an address; null where there is none.
    static @Nullable String key(Frame frame, String below, @Nullable String word) {
        if (word == null || !word.matches("[a-zA-Z]{1,20}")) {
            return null;
        }
        String key = below + "." + word;
        return frame.texts().has(key) ? key : null;
    }
}
