package org.holdfast.programs.keys;

import java.util.Base64;

/// Bytes as they travel: base64url without padding (RFC 4648, section 5).
final class Base64Url {

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException if the characters are none of base64url
    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
