package org.holdfast.programs.keys;

import org.holdfast.shared.PublicKey;
import org.jspecify.annotations.Nullable;

/// A program's public signing key. From the second on, the key before signed that this one follows.
///
/// @param publicKey Ed25519
/// @param succession what the key before said, exact bytes, base64url; and its signature
record ProgramKey(
        int number,
        PublicKey publicKey,
        @Nullable String succession,
        @Nullable String signature,
        boolean broken) {}
