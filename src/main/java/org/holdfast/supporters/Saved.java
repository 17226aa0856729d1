package org.holdfast.supporters;

import java.util.Map;

/// What became of a change.
public sealed interface Saved {

    record Done() implements Saved {}

    /// Nothing was changed.
    ///
    /// @param errors per field the key of the words to show at it
    record Refused(Map<String, String> errors) implements Saved {

        public Refused {
            errors = Map.copyOf(errors);
        }

        static Refused at(String field, String key) {
            return new Refused(Map.of(field, "supporters.refused." + key));
        }
    }
}
