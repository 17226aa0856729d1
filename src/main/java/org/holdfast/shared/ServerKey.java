package org.holdfast.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The server's own key: a file outside the database, its dumps and backups. It encrypts addresses for notices, keys
/// hashes, and puts a second layer round waiting notes. AES-256-GCM, HMAC-SHA-256 and HKDF (RFC 5869) of the JDK; a key
/// for each purpose is derived, so bytes of one purpose open under no other.
public final class ServerKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom chance = new SecureRandom();
    private final byte[] root;

    private ServerKey(byte[] root) {
        this.root = root;
    }

    /// What a derived key is for.
    public enum Purpose {
        NOTICE_ADDRESS,
        WAITING_NOTE,
        SIGN_IN_CODE,
        ERASURE_HASH,
        SOURCE_HASH
    }

    /// Reads the key, or makes it where `mayMake` (a data folder without a database yet).
    ///
    /// @throws IllegalStateException if there is none and none may be made
    public static ServerKey in(Path file, boolean mayMake) {
        try {
            if (!Files.exists(file)) {
                if (!mayMake) {
                    throw new IllegalStateException(
                            "The server key " + file.getFileName()
                                    + " is missing, and the database is not new. Put the file back; nothing starts without it.");
                }
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                byte[] line = (Base64.getEncoder().encodeToString(fresh) + "\n").getBytes(StandardCharsets.US_ASCII);
                Files.write(file, line, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                // Rows that it seals are durable at once; so the key must be before the first of them.
                try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                    folder.force(true);
                }
            }
            byte[] root = Base64.getDecoder().decode(Files.readString(file).strip());
            if (root.length != 32) {
                throw new IllegalStateException("The server key file holds no 32-byte key.");
            }
            return new ServerKey(root);
        } catch (IOException e) {
            throw new IllegalStateException("The server key cannot be read.", e);
        }
    }

    /// Seals bytes for one purpose, bound to the row they belong to.
    public byte[] seal(Purpose purpose, byte[] row, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, row, nonce, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /// Opens what [#seal] made.
    ///
    /// @throws IllegalStateException if the bytes were not sealed for this purpose and row
    public byte[] open(Purpose purpose, byte[] row, byte[] sealed) {
        byte[] nonce = new byte[NONCE];
        byte[] body = new byte[sealed.length - NONCE];
        ByteBuffer.wrap(sealed).get(nonce).get(body);
        return run(Cipher.DECRYPT_MODE, purpose, row, nonce, body);
    }

    public byte[] hash(Purpose purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derive(purpose, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, Purpose purpose, byte[] row, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, derive(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed bytes do not open", e);
        }
    }

    private SecretKey derive(Purpose purpose, String algorithm) throws GeneralSecurityException {
        byte[] info = ("holdfast/v1/server/" + purpose).getBytes(StandardCharsets.UTF_8);
        var how = HKDFParameterSpec.ofExtract()
                .addIKM(new SecretKeySpec(root, "RAW"))
                .thenExpand(info, 32);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, how);
    }

    @Override
    public String toString() {
        return "[server key]";
    }
}
