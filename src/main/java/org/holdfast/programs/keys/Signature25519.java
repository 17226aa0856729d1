package org.holdfast.programs.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.holdfast.shared.PublicKey;

/// Ed25519 (RFC 8032) signatures of a program key, checked with the JDK's own implementation.
final class Signature25519 {

    /// What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410, section 4).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signature25519() {}

    /// Whether this key signed this body for this purpose (`statement` or `succession`).
    static boolean holds(PublicKey publicKey, String purpose, byte[] body, byte[] signature) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509);
        encoded.writeBytes(publicKey.bytes());
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(("holdfast/v1/" + purpose).getBytes(StandardCharsets.UTF_8));
            check.update((byte) 0);
            check.update(body);
            return check.verify(signature);
        } catch (GeneralSecurityException notAKeyOrSignature) {
            return false;
        }
    }
}
