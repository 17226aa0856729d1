package org.holdfast.programs.keys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.PublicKey;

/// Dana's browser, as far as the server can see it: a real Ed25519 key that signs, wraps of the right shape that nobody
/// can open.
final class Director {

    final Cast.World world;
    final Member dana;
    private final KeyPair pair;
    private final StaffKeys staffKeys;
    private final Keys keys;

    Director(Cast.World world, StaffKeys staffKeys, Keys keys) {
        this.world = world;
        this.dana = world.member("Dana");
        this.staffKeys = staffKeys;
        this.keys = keys;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicKey publicKey() {
        byte[] encoded = pair.getPublic().getEncoded();
        return new PublicKey(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    /// Takes the place of the program's made-up key, and Dana holds it.
    Director founded() {
        world.sql(
                "update programs.program_key set public_key = :key",
                Map.of("key", publicKey().bytes()));
        world.sql(
                "insert into programs.program_key_wrap values (:program, 1, :member, 1, :wrapped)",
                Map.of("member", dana.id().value(), "wrapped", Cast.envelope(6, 1, 86)));
        world.sql("delete from programs.intake_key where program = :program", Map.of());
        return this;
    }

    /// Gives somebody a staff key.
    PublicKey makesKey(String name, int number) {
        PublicKey key = new PublicKey(Cast.bytes(32));
        world.in(() -> staffKeys.add(
                world.member(name).account(),
                key,
                Ciphertext.read(Ciphertext.Kind.STAFF_WRAP, Cast.envelope(7, number, 82))
                        .orElseThrow()));
        return key;
    }

    /// What stands in a statement for somebody with this key.
    Statement.Supporter entry(String name, int keyNumber, PublicKey key) {
        Member member = world.member(name);
        String salt = world.in(() -> keys.nameCard(member.id())).orElseThrow().salt();
        return new Statement.Supporter(
                member.id().value().toString(), keyNumber, key.base64url(), commitment(salt, member.name()));
    }

    Statement statement(int number, int intakeNumber, PublicKey intake, Statement.Supporter... supporters) {
        List<String> readers =
                Arrays.stream(supporters).map(Statement.Supporter::id).toList();
        return new Statement(
                world.program().id().toString(),
                number,
                "2026-11-20",
                new Statement.Intake(intakeNumber, intake.base64url(), readers),
                List.of(supporters));
    }

    /// Signs, with a wrap for everybody where there is a new intake key.
    Proposal sign(Statement statement, boolean renewed) {
        byte[] body = StatementText.write(statement);
        List<Proposal.Wrap> wraps = new ArrayList<>();
        for (Statement.Supporter one : renewed ? statement.supporters() : List.<Statement.Supporter>of()) {
            wraps.add(wrap(one.member(), statement.intake().number()));
        }
        return new Proposal(text(body), text(signature(body)), wraps);
    }

    static Proposal.Wrap wrap(MemberId member, int intakeNumber) {
        return new Proposal.Wrap(
                member,
                Ciphertext.read(Ciphertext.Kind.INTAKE_WRAP, Cast.envelope(5, intakeNumber, 86))
                        .orElseThrow());
    }

    byte[] signature(byte[] body) {
        try {
            Signature sign = Signature.getInstance("Ed25519");
            sign.initSign(pair.getPrivate());
            sign.update("holdfast/v1/statement\0".getBytes(StandardCharsets.UTF_8));
            sign.update(body);
            return sign.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID id(Statement.Supporter one) {
        return UUID.fromString(one.id());
    }

    private static String commitment(String salt, String name) {
        try {
            var both = new ByteArrayOutputStream();
            both.writeBytes(Base64.getUrlDecoder().decode(salt));
            both.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            return text(MessageDigest.getInstance("SHA-256").digest(both.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
