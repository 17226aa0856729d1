package org.holdfast.programs.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Ciphertext.Kind;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.PublicKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of keys, wraps and statements of the program at hand.
@Repository
class KeyStore {

    /// Which wrap it is: of which key, for which key of which member.
    record WrapFor(int number, MemberId member, int keyNumber) {}

    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProgramKey> programKeys() {
        return jdbc.sql("""
                        select number, public_key, succession, signature, broken
                        from programs.program_key order by number""")
                .query((row, n) -> new ProgramKey(
                        row.getInt("number"),
                        new PublicKey(row.getBytes("public_key")),
                        text(row.getBytes("succession")),
                        text(row.getBytes("signature")),
                        row.getBoolean("broken")))
                .list();
    }

    Optional<ProgramKey> programKey() {
        return programKeys().stream().reduce((older, newer) -> newer);
    }

    /// All intake keys there are, the current one last.
    List<IntakeKey> intakeKeys() {
        return jdbc.sql("select number, public_key from programs.intake_key order by number")
                .query((row, n) -> new IntakeKey(row.getInt("number"), new PublicKey(row.getBytes("public_key"))))
                .list();
    }

    Optional<IntakeKey> currentIntake() {
        return jdbc.sql("select number, public_key from programs.intake_key where retired_on is null")
                .query((row, n) -> new IntakeKey(row.getInt("number"), new PublicKey(row.getBytes("public_key"))))
                .optional();
    }

    Optional<SignedStatement> statement() {
        return jdbc.sql("""
                        select number, key_number, body, signature from programs.statement
                        order by number desc limit 1""")
                .query((row, n) -> new SignedStatement(
                        row.getInt("number"),
                        row.getInt("key_number"),
                        Base64Url.encode(row.getBytes("body")),
                        Base64Url.encode(row.getBytes("signature"))))
                .optional();
    }

    /// Two directors at once: the second waits here, and then finds that its number is taken.
    void lockStatements() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('statement ' || :program, 0))")
                .param("program", ProgramContext.current().id().toString())
                .query((row, n) -> n)
                .list();
    }

    List<IntakeWrap> intakeWraps(MemberId member) {
        return jdbc.sql("""
                        select w.number, w.key_number, k.public_key, w.wrapped
                        from programs.intake_key_wrap w join programs.intake_key k using (program, number)
                        where w.member_id = :member order by w.number, w.key_number""")
                .param("member", member.value())
                .query(KeyStore::intakeWrap)
                .list();
    }

    Set<WrapFor> intakeWrapsHeld() {
        return Set.copyOf(jdbc.sql("select number, member_id, key_number from programs.intake_key_wrap")
                .query(KeyStore::wrapFor)
                .list());
    }

    List<ProgramWrap> programWraps(MemberId member) {
        return jdbc.sql("""
                        select number, key_number, wrapped from programs.program_key_wrap
                        where member_id = :member order by number, key_number""")
                .param("member", member.value())
                .query((row, n) -> new ProgramWrap(
                        row.getInt("number"),
                        row.getInt("key_number"),
                        Ciphertext.read(Kind.PROGRAM_WRAP, row.getBytes("wrapped"))
                                .orElseThrow()))
                .list();
    }

    Set<WrapFor> programWrapsHeld() {
        return Set.copyOf(jdbc.sql("select number, member_id, key_number from programs.program_key_wrap")
                .query(KeyStore::wrapFor)
                .list());
    }

    /// The salt of each member's name, base64url.
    Map<MemberId, String> salts() {
        record Salted(MemberId id, String salt) {}
        return jdbc
                .sql("select id, name_salt from programs.member where removed_on is null")
                .query((row, n) -> new Salted(
                        new MemberId(row.getObject("id", UUID.class)), Base64Url.encode(row.getBytes("name_salt"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Salted::id, Salted::salt));
    }

    void addProgramKey(int number, PublicKey publicKey) {
        jdbc.sql("insert into programs.program_key (program, number, public_key) values (:program, :number, :key)")
                .param("program", program())
                .param("number", number)
                .param("key", publicKey.bytes())
                .update();
    }

    void addProgramWrap(int number, MemberId member, Ciphertext wrapped) {
        addWrap("program_key_wrap", number, member, wrapped.keyNumber(), wrapped);
    }

    void addIntakeKey(IntakeKey key, LocalDate today) {
        jdbc.sql("update programs.intake_key set retired_on = :today where retired_on is null")
                .param("today", today)
                .update();
        jdbc.sql("insert into programs.intake_key (program, number, public_key) values (:program, :number, :key)")
                .param("program", program())
                .param("number", key.number())
                .param("key", key.publicKey().bytes())
                .update();
    }

    void addIntakeWrap(int number, MemberId member, int keyNumber, Ciphertext wrapped) {
        addWrap("intake_key_wrap", number, member, keyNumber, wrapped);
    }

    /// The first wrap stays: a second one of the same key for the same key opens to the same.
    private void addWrap(String table, int number, MemberId member, int keyNumber, Ciphertext wrapped) {
        jdbc.sql("insert into programs." + table + " (program, number, member_id, key_number, wrapped)"
                        + " values (:program, :number, :member, :keyNumber, :wrapped) on conflict do nothing")
                .param("program", program())
                .param("number", number)
                .param("member", member.value())
                .param("keyNumber", keyNumber)
                .param("wrapped", wrapped.bytes())
                .update();
    }

    void addStatement(SignedStatement statement, LocalDate today) {
        jdbc.sql("""
                        insert into programs.statement (program, number, key_number, body, signature, made_on)
                        values (:program, :number, :keyNumber, :body, :signature, :today)""")
                .param("program", program())
                .param("number", statement.number())
                .param("keyNumber", statement.keyNumber())
                .param("body", Base64Url.decode(statement.body()))
                .param("signature", Base64Url.decode(statement.signature()))
                .param("today", today)
                .update();
    }

    /// What somebody who was removed could open is gone from the server at once.
    void forgetIntakeWraps(MemberId member) {
        jdbc.sql("delete from programs.intake_key_wrap where member_id = :member")
                .param("member", member.value())
                .update();
    }

    void forgetProgramWraps(MemberId member) {
        jdbc.sql("delete from programs.program_key_wrap where member_id = :member")
                .param("member", member.value())
                .update();
    }

    void forgetIntakeWrap(WrapFor wrap) {
        jdbc.sql("""
                        delete from programs.intake_key_wrap
                        where number = :number and member_id = :member and key_number = :keyNumber""")
                .param("number", wrap.number())
                .param("member", wrap.member().value())
                .param("keyNumber", wrap.keyNumber())
                .update();
    }

    /// A key's wraps die with its last note, and the key's row with them.
    void forgetRetiredIntakeExcept(Set<Integer> used) {
        jdbc.sql("""
                        delete from programs.intake_key
                        where retired_on is not null and number <> all (:used)""").param("used", used.toArray(Integer[]::new)).update();
    }

    private static IntakeWrap intakeWrap(ResultSet row, int n) throws SQLException {
        return new IntakeWrap(
                row.getInt("number"),
                row.getInt("key_number"),
                new PublicKey(row.getBytes("public_key")),
                Ciphertext.read(Kind.INTAKE_WRAP, row.getBytes("wrapped")).orElseThrow());
    }

    private static WrapFor wrapFor(ResultSet row, int n) throws SQLException {
        return new WrapFor(
                row.getInt("number"), new MemberId(row.getObject("member_id", UUID.class)), row.getInt("key_number"));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64Url.encode(bytes);
    }

    private static UUID program() {
        return ProgramContext.current().id().value();
    }
}
