package org.holdfast.requests.pairings;

import static org.holdfast.shared.database.Timestamps.atOrNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.keys.IntakeKey;
import org.holdfast.programs.keys.Keys;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.ServerKey.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The sealed note as it came in, wrapped once more under the server key while it lies here.
@Repository
@Transactional
class IntakeCopies {

    private final JdbcClient jdbc;
    private final ServerKey key;
    private final Keys keys;

    IntakeCopies(JdbcClient jdbc, ServerKey key, Keys keys) {
        this.jdbc = jdbc;
        this.key = key;
        this.keys = keys;
    }

    boolean has(RequestId request) {
        return jdbc.sql("select exists (select from requests.note where request_id = :id)")
                .param("id", request.value())
                .query(Boolean.class)
                .single();
    }

    /// Without the server's layer: sealed to the intake key, for the supporter who said yes.
    Optional<Ciphertext> find(RequestId request) {
        return jdbc.sql("select envelope from requests.note where request_id = :id")
                .param("id", request.value())
                .query((row, n) -> key.open(Purpose.WAITING_NOTE, row(request), row.getBytes("envelope")))
                .optional()
                .flatMap(bytes -> Ciphertext.read(Ciphertext.Kind.NOTE, bytes));
    }

    /// Null: stays until something says otherwise.
    void dropAt(RequestId request, @Nullable Instant time) {
        jdbc.sql("update requests.note set drop_at = :time where request_id = :id")
                .param("time", atOrNull(time))
                .param("id", request.value())
                .update();
    }

    void drop(RequestId request) {
        int dropped = jdbc.sql("delete from requests.note where request_id = :id")
                .param("id", request.value())
                .update();
        if (dropped == 1) {
            keys.forgetUnused();
        }
    }

    /// Whether an envelope is sealed to the intake key of now, and says so.
    boolean fits(Ciphertext note, int intakeNumber) {
        return note.keyNumber() == intakeNumber
                && keys.currentIntake().map(IntakeKey::number).orElse(0) == intakeNumber;
    }

    /// Puts a note sealed anew where there is none.
    void put(RequestId request, Ciphertext note) {
        jdbc.sql("""
                        insert into requests.note (program, request_id, intake_number, envelope)
                        values (:program, :id, :number, :envelope)""")
                .param("program", ProgramContext.current().id().value())
                .param("id", request.value())
                .param("number", note.keyNumber())
                .param("envelope", key.seal(Purpose.WAITING_NOTE, row(request), note.bytes()))
                .update();
    }

    private static byte[] row(RequestId request) {
        UUID id = request.value();
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
