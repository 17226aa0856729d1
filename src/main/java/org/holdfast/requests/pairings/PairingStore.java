package org.holdfast.requests.pairings;

import static org.holdfast.shared.database.Timestamps.at;
import static org.holdfast.shared.database.Timestamps.read;
import static org.holdfast.shared.database.Timestamps.readOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.Ciphertext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class PairingStore {

    /// @param opening and copy: both or neither
    record Row(
            PairingId id,
            RequestId request,
            MemberId supporter,
            int number,
            boolean changeAsked,
            Instant acceptedAt,
            Instant firstContactDue,
            boolean reminded,
            boolean contacted,
            @Nullable Instant openedAt,
            @Nullable Ciphertext opening,
            @Nullable Ciphertext copy) {}

    private final JdbcClient jdbc;

    PairingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A supporter's own pairing, nobody else's.
    Optional<Row> find(PairingId id, MemberId supporter) {
        return jdbc.sql("select * from requests.pairing where id = :id and supporter_id = :supporter")
                .param("id", id.value())
                .param("supporter", supporter.value())
                .query(PairingStore::row)
                .optional();
    }

    Optional<Row> of(RequestId request) {
        return jdbc.sql("select * from requests.pairing where request_id = :request")
                .param("request", request.value())
                .query(PairingStore::row)
                .optional();
    }

    /// In the order of their requests' ids, in which requests are locked one after the other.
    List<Row> ofSupporter(MemberId supporter) {
        return jdbc.sql("select * from requests.pairing where supporter_id = :supporter order by request_id")
                .param("supporter", supporter.value())
                .query(PairingStore::row)
                .list();
    }

    /// Open pairings whose first contact was due at a time.
    List<Row> late(Instant due, boolean reminded, int most) {
        return jdbc.sql("""
                        select p.* from requests.pairing p join requests.request r on r.id = p.request_id
                        where not p.contacted and p.first_contact_due <= :due and p.reminded = :reminded
                          and r.state in ('PAIRED', 'TALKING')
                        order by p.first_contact_due limit :most""")
                .param("due", at(due))
                .param("reminded", reminded)
                .param("most", most)
                .query(PairingStore::row)
                .list();
    }

    void open(PairingId id, Ciphertext opening, Ciphertext copy, Instant now) {
        jdbc.sql("""
                        update requests.pairing set opening = :opening, copy = :copy, opened_at = :now
                        where id = :id""")
                .param("opening", opening.bytes())
                .param("copy", copy.bytes())
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    void contacted(PairingId id) {
        jdbc.sql("update requests.pairing set contacted = true where id = :id")
                .param("id", id.value())
                .update();
    }

    void reminded(PairingId id, boolean reminded, Instant due) {
        jdbc.sql("update requests.pairing set reminded = :reminded, first_contact_due = :due where id = :id")
                .param("reminded", reminded)
                .param("due", at(due))
                .param("id", id.value())
                .update();
    }

    void changeAsked(PairingId id) {
        jdbc.sql("update requests.pairing set change_asked = true where id = :id")
                .param("id", id.value())
                .update();
    }

    /// With its conversation, and all offers of the request.
    void delete(Row pairing) {
        jdbc.sql("delete from requests.pairing where id = :id")
                .param("id", pairing.id().value())
                .update();
        jdbc.sql("delete from requests.offer where request_id = :request")
                .param("request", pairing.request().value())
                .update();
    }

    /// Begins to talk; silence is counted anew.
    void talking(RequestId request, LocalDate today) {
        jdbc.sql("""
                        update requests.request
                        set state = case when state = 'PAIRED' then 'TALKING' else state end,
                            last_word_on = :today, warned_on = null
                        where id = :id""").param("today", today).param("id", request.value()).update();
    }

    /// Waits again, unseen, as on the first day.
    void waiting(RequestId request, boolean unreachable, Instant now, LocalDate today) {
        jdbc.sql("""
                        update requests.request
                        set state = case when state = 'ENDED' then state else 'WAITING' end,
                            unreachable = :unreachable, seen = false, unseen_since = :now, rung = 0,
                            nobody_left = false, check_in_on = null, warned_on = null, last_word_on = :today,
                            try_at = case when :unreachable or state = 'ENDED' then null else :now end
                        where id = :id""")
                .param("unreachable", unreachable)
                .param("now", at(now))
                .param("today", today)
                .param("id", request.value())
                .update();
    }

    void danger(RequestId request, boolean on) {
        jdbc.sql("update requests.request set danger_marked = :on where id = :id")
                .param("on", on)
                .param("id", request.value())
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new PairingId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                new MemberId(row.getObject("supporter_id", UUID.class)),
                row.getInt("number"),
                row.getBoolean("change_asked"),
                read(row, "accepted_at"),
                read(row, "first_contact_due"),
                row.getBoolean("reminded"),
                row.getBoolean("contacted"),
                readOrNull(row, "opened_at"),
                sealed(Ciphertext.Kind.OPENING, row.getBytes("opening")),
                sealed(Ciphertext.Kind.COPY, row.getBytes("copy")));
    }

    private static @Nullable Ciphertext sealed(Ciphertext.Kind kind, byte @Nullable [] bytes) {
        return bytes == null ? null : Ciphertext.read(kind, bytes).orElseThrow();
    }
}
