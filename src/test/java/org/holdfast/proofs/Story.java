package org.holdfast.proofs;

import static org.holdfast.Cast.bytes;
import static org.holdfast.Cast.envelope;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.TestClock;
import org.holdfast.shared.Ids;
import org.holdfast.shared.Secret;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.ServerKey.Purpose;

/// A program in the middle of things: Amara talks with Ben; Abel's request is offered to Ben and to Bea. The rows are
/// written as they are, so that what the pages show does not hang on how they came about.
final class Story {

    final Cast.World world;
    final Cast.World elsewhere;
    final Asker amara;
    final Asker abel;
    final UUID pairing = Ids.random();
    final UUID benOffer = Ids.random();
    final UUID beaOffer = Ids.random();
    final UUID benAbsence = Ids.random();
    final byte[] note = envelope(1, 1, 4150);
    final byte[] copy = envelope(2, 1, 4662);
    final byte[] opening = envelope(3, 1, 566);
    final byte[] message = envelope(4, 1, 290);

    private final Instant now;

    /// Whoever asks: what their words would lead to.
    record Asker(UUID request, String code, Secret locator, Secret secret) {

        Map<String, String> words() {
            return Map.of("Holdfast-Locator", base64url(locator), "Holdfast-Secret", base64url(secret));
        }

        private static String base64url(Secret secret) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.bytes());
        }
    }

    Story(Cast cast, ServerKey key, TestClock clock) {
        world = cast.world();
        world.sign();
        elsewhere = cast.elsewhere();
        now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        amara = asks("TALKING", "T7K2R", key);
        abel = asks("WAITING", "B4M9X", key);
        UUID ben = world.member("Ben").id().value();
        world.sql(
                """
                        insert into requests.offer (program, id, request_id, supporter_id, state, due_at)
                        values (:program, :benOffer, :request, :ben, 'OPEN', :due),
                               (:program, :beaOffer, :request, :bea, 'OPEN', :due)""",
                Map.of(
                        "benOffer",
                        benOffer,
                        "beaOffer",
                        beaOffer,
                        "request",
                        abel.request(),
                        "ben",
                        ben,
                        "bea",
                        world.member("Bea").id().value(),
                        "due",
                        in(200)));
        world.sql(
                """
                        insert into requests.pairing (program, id, request_id, supporter_id, number, accepted_at,
                            first_contact_due, opened_at, opening, copy)
                        values (:program, :pairing, :request, :ben, 1, :now, :due, :now, :opening, :copy)""",
                Map.of(
                        "pairing",
                        pairing,
                        "request",
                        amara.request(),
                        "ben",
                        ben,
                        "now",
                        in(0),
                        "due",
                        in(400),
                        "opening",
                        opening,
                        "copy",
                        copy));
        world.sql("""
                        insert into conversations.message
                            (program, request_id, pairing_id, direction, sequence, envelope, sent_at)
                        values (:program, :request, :pairing, 2, 1, :message, :now)""", Map.of("pairing", pairing, "request", amara.request(), "message", message, "now", in(0)));
        world.sql(
                "insert into supporters.absence values (:program, :absence, :ben, :day, :day)",
                Map.of("absence", benAbsence, "ben", ben, "day", LocalDate.of(2027, 1, 1)));
    }

    private Asker asks(String state, String code, ServerKey key) {
        Asker asker = new Asker(Ids.random(), code, new Secret(bytes(16)), new Secret(bytes(32)));
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                asker.request(),
                "code",
                code,
                "channel",
                Ids.random(),
                "state",
                state,
                "now",
                in(0),
                "locator",
                asker.locator().bytes(),
                "secretHash",
                asker.secret().hash(),
                "memory",
                envelope(8, 0, 290),
                "pairings",
                state.equals("TALKING") ? 1 : 0));
        row.put("today", LocalDate.of(2026, 11, 20));
        world.sql("""
                        insert into requests.request (program, id, code, channel, state, door, asked_at, how_soon, ways,
                            language, topics, locator, secret_hash, memory, posted, words_kept, unseen_since, pairings,
                            last_word_on)
                        values (:program, :id, :code, :channel, :state, 'SELF', :now, 'TODAY', '{HERE}', 'en', '{SLEEP}',
                            :locator, :secretHash, :memory, :secretHash, true, :now, :pairings, :today)""", row);
        ByteBuffer id = ByteBuffer.allocate(16)
                .putLong(asker.request().getMostSignificantBits())
                .putLong(asker.request().getLeastSignificantBits());
        world.sql(
                "insert into requests.note values (:program, :id, 1, :note, null)",
                Map.of("id", asker.request(), "note", key.seal(Purpose.WAITING_NOTE, id.array(), note)));
        return asker;
    }

    private Timestamp in(int hours) {
        return Timestamp.from(now.plus(Duration.ofHours(hours)));
    }
}
