package org.holdfast.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.shared.ProgramId;
import org.holdfast.shared.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rows that wait to be sent, of the program at hand; without one, the codes.
@Repository
@Transactional
class NoticeQueue {

    private static final int BATCH = 20;

    /// A notice taken to be sent.
    ///
    /// @param attempts with this one
    record Taken(
            UUID id,
            Wording wording,
            Optional<AccountId> account,
            Optional<Address> ring,
            Optional<Secret> code,
            Optional<Instant> expiresAt,
            int attempts) {}

    /// Where a ring leads, still under the server key.
    record Address(UUID ring, Secret sealed, String language) {}

    private final JdbcClient jdbc;

    NoticeQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProgramId> programsDue(Instant now) {
        return jdbc.sql("select program from notices.programs_due(:now)")
                .param("now", Notices.at(now))
                .query((row, n) -> new ProgramId(row.getObject("program", UUID.class)))
                .list();
    }

    /// Takes what is due, and sets it due again at `again`: if this instance dies while sending, another one sends.
    List<Taken> take(Instant now, Instant again) {
        return jdbc.sql("""
                        with due as (
                            select id from notices.notice where due_at <= :now and not failed
                            order by due_at limit :batch for update skip locked),
                        taken as (
                            update notices.notice n set due_at = :again, attempts = attempts + 1
                            from due where n.id = due.id
                            returning n.id, n.wording, n.account_id, n.ring_id, n.code, n.expires_at, n.attempts)
                        select t.*, r.address, r.language from taken t left join notices.ring r on r.id = t.ring_id""")
                .param("now", Notices.at(now))
                .param("again", Notices.at(again))
                .param("batch", BATCH)
                .query(NoticeQueue::taken)
                .list();
    }

    /// Sent, or of no more use. With a follow-up its address goes too.
    void forget(Taken notice) {
        jdbc.sql("delete from notices.notice where id = :id")
                .param("id", notice.id())
                .update();
        if (notice.wording() == Wording.FOLLOW_UP) {
            notice.ring()
                    .ifPresent(address -> jdbc.sql("delete from notices.ring where id = :id")
                            .param("id", address.ring())
                            .update());
        }
    }

    void tryAgain(Taken notice, Instant due) {
        jdbc.sql("update notices.notice set due_at = :due where id = :id")
                .param("due", Notices.at(due))
                .param("id", notice.id())
                .update();
    }

    void giveUp(Taken notice) {
        jdbc.sql("update notices.notice set failed = true where id = :id")
                .param("id", notice.id())
                .update();
    }

    void forgetGivenUp(Instant before) {
        jdbc.sql("delete from notices.notice where failed and due_at < :before")
                .param("before", Notices.at(before))
                .update();
    }

    private static Taken taken(ResultSet row, int n) throws SQLException {
        UUID ring = row.getObject("ring_id", UUID.class);
        byte[] code = row.getBytes("code");
        return new Taken(
                row.getObject("id", UUID.class),
                Wording.valueOf(row.getString("wording")),
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                ring == null
                        ? Optional.empty()
                        : Optional.of(
                                new Address(ring, new Secret(row.getBytes("address")), row.getString("language"))),
                Optional.ofNullable(code).map(Secret::new),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("attempts"));
    }
}
