package org.holdfast.conversations;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.holdfast.requests.Talk;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Limit;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sealed messages, each at its place. The place is the idempotency key: a resend is the same bytes at the same place.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Messages {

    /// What came of putting a message at its place.
    sealed interface Put {

        record Kept() implements Put {}

        /// The same bytes stood there already.
        record Again() implements Put {}

        /// Other bytes stand there, or places before it are empty.
        ///
        /// @param expected the next place in this direction
        record Taken(int expected) implements Put {}
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The talk is locked by whoever hands it in, so nobody else writes meanwhile.
    Put put(Talk talk, Direction direction, int sequence, Ciphertext envelope) {
        int last = jdbc.sql("""
                        select coalesce(max(sequence), 0) from conversations.message
                        where pairing_id = :pairing and direction = :direction""")
                .param("pairing", talk.pairing().value())
                .param("direction", direction.number())
                .query(Integer.class)
                .single();
        if (sequence <= last) {
            boolean same = at(talk, direction, sequence)
                    .filter(bytes -> Arrays.equals(bytes, envelope.bytes()))
                    .isPresent();
            return same ? new Put.Again() : new Put.Taken(last + 1);
        }
        if (sequence != last + 1 || !talk.open()) {
            return new Put.Taken(last + 1);
        }
        jdbc.sql("""
                        insert into conversations.message
                            (program, request_id, pairing_id, direction, sequence, envelope, sent_at)
                        values (:program, :request, :pairing, :direction, :sequence, :envelope, :now)""")
                .param("program", ProgramContext.current().id().value())
                .param("request", talk.request().value())
                .param("pairing", talk.pairing().value())
                .param("direction", direction.number())
                .param("sequence", sequence)
                .param("envelope", envelope.bytes())
                .param("now", clock.instant().truncatedTo(MINUTES).atOffset(ZoneOffset.UTC))
                .update();
        return new Put.Kept();
    }

    private Optional<byte[]> at(Talk talk, Direction direction, int sequence) {
        return jdbc.sql("""
                        select envelope from conversations.message
                        where pairing_id = :pairing and direction = :direction and sequence = :sequence""")
                .param("pairing", talk.pairing().value())
                .param("direction", direction.number())
                .param("sequence", sequence)
                .query(byte[].class)
                .optional();
    }

    /// What comes after the places named, a page of each direction at most.
    List<Message> after(Talk talk, int toSeeker, int toSupporter) {
        return jdbc.sql("""
                        select direction, sequence, envelope, sent_at from conversations.message
                        where pairing_id = :pairing
                          and ((direction = 1 and sequence > :toSeeker and sequence <= cast(:toSeeker as bigint) + :page)
                            or (direction = 2 and sequence > :toSupporter and sequence <= cast(:toSupporter as bigint) + :page))
                        order by sent_at, direction, sequence""")
                .param("pairing", talk.pairing().value())
                .param("toSeeker", toSeeker)
                .param("toSupporter", toSupporter)
                .param("page", Limit.MESSAGE_PAGE.number())
                .query((row, n) -> new Message(
                        row.getInt("direction"),
                        row.getInt("sequence"),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("envelope")),
                        row.getObject("sent_at", OffsetDateTime.class)
                                .toInstant()
                                .toString()))
                .list();
    }
}
