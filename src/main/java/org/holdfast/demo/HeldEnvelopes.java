package org.holdfast.demo;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.accounts.StaffKey;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.shared.ServerKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hands the page all envelopes of a request and the keys of those who might try them, so that the browser can show
/// what each of them opens. Only the demo can: its server has the passphrases.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class HeldEnvelopes {

    private final JdbcClient jdbc;
    private final HeldRequests held;
    private final CastList cast;
    private final Members members;
    private final StaffKeys keys;
    private final Passphrases passphrases;
    private final ServerKey serverKey;

    HeldEnvelopes(
            JdbcClient jdbc,
            HeldRequests held,
            CastList cast,
            Members members,
            StaffKeys keys,
            Passphrases passphrases,
            ServerKey serverKey) {
        this.jdbc = jdbc;
        this.held = held;
        this.cast = cast;
        this.members = members;
        this.keys = keys;
        this.passphrases = passphrases;
        this.serverKey = serverKey;
    }

    /// All bytes are base64url.
    ///
    /// @param note without the layer of the server's own key
    record Envelopes(
            String program,
            String request,
            String locator,
            @Nullable Note note,
            @Nullable Pairing pairing,
            List<Message> messages,
            Statement statement,
            List<Person> people) {}

    record Note(int intakeNumber, String envelope) {}

    record Pairing(
            int number,
            String supporter,
            @Nullable String opening,
            @Nullable String copy) {}

    record Message(int direction, int sequence, String envelope) {}

    record Statement(String body, String signature, String key) {}

    record Person(
            String who,
            String account,
            String member,
            int keyNumber,
            String publicKey,
            String wrapped,
            String passphrase,
            List<IntakeWrap> intakeWraps) {}

    record IntakeWrap(int number, String publicKey, String wrapped) {}

    /// Whose keys are tried: the paired supporter first, then the others of the cast who have an account there.
    List<CastPage.Person> people(HeldRequests.Found found) {
        return held.in(found.program(), () -> {
            @Nullable UUID paired = pairing(found.id()).map(Paired::supporter).orElse(null);
            return members.all().stream()
                    .filter(member -> cast.who(member.account()).isPresent())
                    .sorted((one, other) -> Boolean.compare(
                            other.id().value().equals(paired), one.id().value().equals(paired)))
                    .map(member -> new CastPage.Person(
                            cast.who(member.account()).orElseThrow(),
                            member.name(),
                            member.id().value().equals(paired)
                                    ? "demo.held.paired"
                                    : member.is(Role.SUPPORTER) ? "demo.held.reader" : "demo.held.noReader",
                            null))
                    .toList();
        });
    }

    Envelopes of(HeldRequests.Found found) {
        return held.in(found.program(), () -> {
            Optional<Paired> paired = pairing(found.id());
            return new Envelopes(
                    found.program().id().toString(),
                    found.id().toString(),
                    jdbc.sql("select locator from requests.request where id = ?")
                            .param(found.id())
                            .query((row, n) -> text(row.getBytes(1)))
                            .single(),
                    note(found.id()),
                    paired.map(Paired::shown).orElse(null),
                    jdbc.sql("select direction, sequence, envelope from conversations.message where request_id = ?"
                                    + " order by sent_at, direction, sequence")
                            .param(found.id())
                            .query((row, n) -> new Message(row.getInt(1), row.getInt(2), text(row.getBytes(3))))
                            .list(),
                    jdbc.sql("""
                                    select s.body, s.signature, k.public_key from programs.statement s
                                    join programs.program_key k on k.program = s.program and k.number = s.key_number
                                    order by s.number desc limit 1""")
                            .query((row, n) ->
                                    new Statement(text(row.getBytes(1)), text(row.getBytes(2)), text(row.getBytes(3))))
                            .single(),
                    members.all().stream()
                            .flatMap(member -> person(member).stream())
                            .toList());
        });
    }

    private record Paired(UUID supporter, Pairing shown) {}

    private Optional<Paired> pairing(UUID request) {
        return jdbc.sql("select number, supporter_id, opening, copy from requests.pairing where request_id = ?")
                .param(request)
                .query((row, n) -> new Paired(
                        row.getObject("supporter_id", UUID.class),
                        new Pairing(
                                row.getInt("number"),
                                row.getString("supporter_id"),
                                row.getBytes("opening") == null ? null : text(row.getBytes("opening")),
                                row.getBytes("copy") == null ? null : text(row.getBytes("copy")))))
                .optional();
    }

    private @Nullable Note note(UUID request) {
        byte[] row = ByteBuffer.allocate(16)
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .array();
        return jdbc.sql("select intake_number, envelope from requests.note where request_id = ?")
                .param(request)
                .query((note, n) -> new Note(
                        note.getInt(1), text(serverKey.open(ServerKey.Purpose.WAITING_NOTE, row, note.getBytes(2)))))
                .optional()
                .orElse(null);
    }

    private Optional<Person> person(Member member) {
        Optional<StaffKey> key = keys.find(member.account(), 1);
        Optional<String> who = cast.who(member.account());
        if (key.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Person(
                who.get(),
                member.account().value().toString(),
                member.id().value().toString(),
                key.get().number(),
                key.get().publicKey().base64url(),
                key.get().wrapped().base64url(),
                passphrases.of(who.get()).orElseThrow().text(),
                jdbc.sql("""
                                select w.number, k.public_key, w.wrapped from programs.intake_key_wrap w
                                join programs.intake_key k using (program, number)
                                where w.member_id = ? and w.key_number = ?""")
                        .params(member.id().value(), key.get().number())
                        .query((row, n) -> new IntakeWrap(row.getInt(1), text(row.getBytes(2)), text(row.getBytes(3))))
                        .list()));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
