package org.holdfast.shared;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A public key of 32 bytes: X25519 of a person or of a program's notes, Ed25519 of a program.
public final class PublicKey {

    public static final int SIZE = 32;

    private final byte[] bytes;

    /// @throws IllegalArgumentException unless there are 32 bytes
    public PublicKey(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a public key has " + SIZE + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /// The key in these base64url characters, or empty where they are none.
    public static Optional<PublicKey> read(String base64url) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64url);
            return bytes.length == SIZE ? Optional.of(new PublicKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64url();
    }
}
