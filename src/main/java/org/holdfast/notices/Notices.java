package org.holdfast.notices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.SignInCodeAsked;
import org.holdfast.programs.people.MemberAdded;
import org.holdfast.shared.Ids;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.ServerKey.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What others ask of notices: "tell them that there is something new". A notice is a row of the transaction that
/// caused it, so it is sent if and only if that was done. It says "You have an update" and no more.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {

    /// Follow-ups go out in the morning of the program's day.
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final JdbcClient jdbc;
    private final ServerKey key;
    private final Clock clock;

    Notices(JdbcClient jdbc, ServerKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /// Keeps an address under the server key until it is forgotten.
    ///
    /// @param language `en` or `es`
    public RingId keepAddress(String mail, String language) {
        RingId ring = new RingId(Ids.random());
        jdbc.sql("""
                        insert into notices.ring (program, id, address, language)
                        values (:program, :id, :address, :language)""")
                .param("program", program())
                .param("id", ring.value())
                .param(
                        "address",
                        key.seal(
                                Purpose.NOTICE_ADDRESS,
                                row(ring.value()),
                                mail.strip().getBytes(StandardCharsets.UTF_8)))
                .param("language", language)
                .update();
        return ring;
    }

    /// The address and whatever waits for it are gone at once.
    public void forget(RingId ring) {
        jdbc.sql("delete from notices.ring where id = :id")
                .param("id", ring.value())
                .update();
    }

    /// Tells somebody without an account that there is something new. What already waits is not doubled.
    public void ring(RingId ring) {
        add(Wording.UPDATE, null, ring.value(), clock.instant());
    }

    /// Tells a member the same.
    public void toMember(AccountId account) {
        add(Wording.UPDATE, account.value(), null, clock.instant());
    }

    /// One neutral notice in the morning of that day; then the address is gone too.
    public void followUp(RingId ring, LocalDate day) {
        Instant due =
                day.atTime(MORNING).atZone(ProgramContext.current().zone()).toInstant();
        add(Wording.FOLLOW_UP, null, ring.value(), due);
    }

    /// How many notices of the program at hand could not be delivered and were given up, for its coordinator.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public int undelivered() {
        return jdbc.sql("select count(*) from notices.notice where failed")
                .query(Integer.class)
                .single();
    }

    /// Whoever was added learns that there is something new, and where.
    @EventListener
    void on(MemberAdded added) {
        toMember(added.account());
    }

    /// A code goes out by the same way for a known and an unknown address; for an unknown one the last step finds
    /// nobody to send to.
    @EventListener
    void on(SignInCodeAsked asked) {
        UUID id = Ids.random();
        byte[] sealed = key.seal(Purpose.SIGN_IN_CODE, row(id), asked.code().bytes());
        jdbc.sql("""
                        insert into notices.notice (id, wording, account_id, code, due_at, expires_at)
                        select :id, 'CODE', account, :code, :due, :expires
                        from (select cast(:account as uuid) as account) asked where account is not null""")
                .param("id", id)
                .param("code", sealed)
                .param("due", at(clock.instant()))
                .param("expires", at(asked.expiresAt()))
                .param("account", asked.account().map(AccountId::value).orElse(null), Types.OTHER)
                .update();
    }

    private void add(Wording wording, @Nullable UUID account, @Nullable UUID ring, Instant due) {
        jdbc.sql("""
                        insert into notices.notice (program, id, wording, account_id, ring_id, due_at)
                        select :program, :id, :wording, :account, :ring, :due
                        where not exists (
                            select from notices.notice
                            where wording = :wording and not failed and attempts = 0
                              and (account_id = :account or ring_id = :ring))""")
                .param("program", program())
                .param("id", Ids.random())
                .param("wording", wording.name())
                .param("account", account, Types.OTHER)
                .param("ring", ring, Types.OTHER)
                .param("due", at(due))
                .update();
    }

    private static UUID program() {
        return ProgramContext.current().id().value();
    }

    static byte[] row(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
