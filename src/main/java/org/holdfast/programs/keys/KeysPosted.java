package org.holdfast.programs.keys;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What browsers post about keys; all bytes are base64url.
final class KeysPosted {

    private KeysPosted() {}

    record StaffKeyPosted(String publicKey, String wrapped) {
        StaffKeyPosted {
            Objects.requireNonNull(publicKey);
            Objects.requireNonNull(wrapped);
        }
    }

    record WrapPosted(UUID member, String wrapped) {
        WrapPosted {
            Objects.requireNonNull(member);
            Objects.requireNonNull(wrapped);
        }
    }

    record WrapsPosted(List<WrapPosted> wraps) {
        WrapsPosted {
            wraps = List.copyOf(wraps);
        }
    }

    record StatementPosted(String body, String signature, List<WrapPosted> wraps) {
        StatementPosted {
            Objects.requireNonNull(body);
            Objects.requireNonNull(signature);
            wraps = List.copyOf(wraps);
        }
    }
}
