package org.holdfast.shared;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// An envelope sealed in a browser, as docs/protocol.md gives it: `version | kind | key number | body`. The server
/// checks its shape and keeps the bytes; it holds no key to them. Prints as `[sealed]`.
public final class Ciphertext {

    private static final int HEADER = 6;
    private static final byte VERSION = 1;

    private final byte[] bytes;

    private Ciphertext(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What an envelope is for; the number is its second byte.
    public enum Kind {
        NOTE(1, 4150),
        COPY(2, 4662),
        OPENING(3, 566),
        /// Four classes of size, so that a length tells little.
        MESSAGE(4, 290, 1058, 4130, 16_418),
        INTAKE_WRAP(5, 86),
        PROGRAM_WRAP(6, 86),
        STAFF_WRAP(7, 82),
        MEMORY(8, 290);

        private final int number;
        private final Set<Integer> sizes;

        Kind(int number, Integer... sizes) {
            this.number = number;
            this.sizes = Set.of(sizes);
        }
    }

    /// The envelope in these base64url characters, or empty where its length, version or kind is wrong.
    public static Optional<Ciphertext> read(Kind kind, String base64url) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return read(kind, bytes);
    }

    public static Optional<Ciphertext> read(Kind kind, byte[] bytes) {
        boolean fits = kind.sizes.contains(bytes.length) && bytes[0] == VERSION && bytes[1] == kind.number;
        return fits ? Optional.of(new Ciphertext(bytes.clone())) : Optional.empty();
    }

    public int keyNumber() {
        return ByteBuffer.wrap(bytes, 2, HEADER - 2).getInt();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ciphertext that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "[sealed]";
    }
}
