package org.holdfast.requests.asking;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.live.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// A note closed anew. Where the only readable copy was lost with a supporter's key, the request came back as codes
/// only; the next visit of whoever asked gives it a note again, and it goes on looking.
@Service
class NewNotes {

    sealed interface Answer {

        record Kept() implements Answer {}

        /// For another intake key than the present ones.
        record Stale() implements Answer {}

        /// No note, by length, version or kind.
        record Refused() implements Answer {}

        /// The request needs none.
        record NotNow() implements Answer {}
    }

    private final CurrentRules rules;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ServerKey key;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NewNotes(
            CurrentRules rules,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ServerKey key,
            Live live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.key = key;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    Answer put(RequestId request, String base64url, int intakeNumber) {
        Optional<Ciphertext> note = Ciphertext.read(Ciphertext.Kind.NOTE, base64url);
        if (note.isEmpty()) {
            return new Answer.Refused();
        }
        boolean known = rules.current().intakeNumbers().contains(intakeNumber);
        if (!known || note.get().keyNumber() != intakeNumber) {
            return new Answer.Stale();
        }
        Boolean kept = transaction.execute(status -> keep(request, note.get()));
        if (!Boolean.TRUE.equals(kept)) {
            return new Answer.NotNow();
        }
        events.publishEvent(new RequestWaiting(ProgramContext.current().id(), request));
        return new Answer.Kept();
    }

    private boolean keep(RequestId request, Ciphertext note) {
        UUID id = request.value();
        Optional<UUID> channel = jdbc.sql("""
                        update requests.request set unreachable = false, nobody_left = false, try_at = :now
                        where id = :id and unreachable and state = 'WAITING' returning channel""")
                .param("id", id)
                .param("now", clock.instant().truncatedTo(MINUTES).atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject("channel", UUID.class))
                .optional();
        if (channel.isEmpty()) {
            return false;
        }
        byte[] row = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        jdbc.sql("""
                        insert into requests.note (program, request_id, intake_number, envelope)
                        values (:program, :id, :number, :envelope)
                        on conflict (request_id) do update
                        set intake_number = excluded.intake_number, envelope = excluded.envelope, drop_at = null""")
                .param("program", ProgramContext.current().id().value())
                .param("id", id)
                .param("number", note.keyNumber())
                .param("envelope", key.seal(ServerKey.Purpose.WAITING_NOTE, row, note.bytes()))
                .update();
        live.tell(channel.get());
        return true;
    }
}
