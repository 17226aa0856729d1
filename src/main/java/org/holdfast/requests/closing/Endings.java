package org.holdfast.requests.closing;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.notices.Notices;
import org.holdfast.notices.RingId;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Policies;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Ending, by either side or by silence, and opening again, by whoever asked. An ended request takes no more messages
/// and closes some days later.
@Service
public class Endings {

    /// What came of it. Doing it twice is doing it once.
    public enum Outcome {
        DONE,
        /// It is not in a state for this, or not yours.
        NOT_NOW
    }

    private record Ended(UUID channel, @Nullable RingId ring) {}

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Closing closing;
    private final Watchers watchers;
    private final Notices notices;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endings(
            JdbcClient jdbc,
            Policies policies,
            Closing closing,
            Watchers watchers,
            Notices notices,
            Live live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.closing = closing;
        this.watchers = watchers;
        this.notices = notices;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// Whoever asked is done; in any state before. The supporter's page says so.
    @Transactional
    public Outcome bySeeker(RequestId request) {
        end(request);
        return Outcome.DONE;
    }

    /// The supporter is done. Whoever asked is told that there is something new, if they left a way.
    @Transactional
    public Outcome bySupporter(PairingId pairing, MemberId supporter) {
        Optional<RequestId> request = jdbc.sql(
                        "select request_id from requests.pairing where id = :id and supporter_id = :supporter")
                .param("id", pairing.value())
                .param("supporter", supporter.value())
                .query((row, n) -> new RequestId(row.getObject("request_id", UUID.class)))
                .optional();
        request.flatMap(this::end).map(Ended::ring).ifPresent(notices::ring);
        return request.isPresent() ? Outcome.DONE : Outcome.NOT_NOW;
    }

    /// Nothing was said for as long as policy says, and both were told some days before.
    @Transactional
    public void bySilence(RequestId request) {
        end(request).map(Ended::ring).ifPresent(notices::ring);
    }

    /// Back to where it was: to the supporter if there is one, else to looking for one.
    @Transactional
    public Outcome reopen(RequestId request) {
        Optional<UUID> channel = jdbc.sql("""
                        update requests.request r set
                            state = case when p.id is null then 'WAITING'
                                         when p.opening is null then 'PAIRED' else 'TALKING' end,
                            try_at = case when p.id is null then cast(:now as timestamptz) end,
                            seen = case when p.id is null then false else seen end,
                            unseen_since = case when p.id is null then :now else unseen_since end,
                            rung = 0, ended_on = null, close_at = null, warned_on = null, last_word_on = :today
                        from (select id from requests.request where id = :id) as this
                        left join requests.pairing p on p.request_id = this.id
                        where r.id = this.id and r.state = 'ENDED'
                        returning r.channel""")
                .param("id", request.value())
                .param("now", minute().atOffset(ZoneOffset.UTC))
                .param("today", today())
                .query(UUID.class)
                .optional();
        if (channel.isEmpty()) {
            return Outcome.DONE; // open already
        }
        live.tell(channel.get());
        watchers.paired(request)
                .ifPresentOrElse(
                        supporter -> {
                            notices.toMember(supporter.account());
                            live.tell(supporter.channel());
                        },
                        () -> wakeAfterCommit(request));
        return Outcome.DONE;
    }

    private Optional<Ended> end(RequestId request) {
        int days = policies.current().privacy().endedDays();
        List<UUID> asked = watchers.ofOffers(request);
        Optional<Ended> ended = jdbc.sql("""
                        update requests.request set state = 'ENDED', ended_on = :today, close_at = :closeAt,
                            check_in_on = null, warned_on = null, try_at = null
                        where id = :id and state <> 'ENDED'
                        returning channel, ring_id""")
                .param("id", request.value())
                .param("today", today())
                .param("closeAt", minute().plus(days, DAYS).atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    UUID ring = row.getObject("ring_id", UUID.class);
                    return new Ended(row.getObject("channel", UUID.class), ring == null ? null : new RingId(ring));
                })
                .optional();
        if (ended.isEmpty()) {
            return ended;
        }
        jdbc.sql("delete from requests.offer where request_id = :id and state <> 'ACCEPTED'")
                .param("id", request.value())
                .update();
        asked.forEach(live::tell);
        live.tell(ended.get().channel());
        watchers.ofPairing(request).ifPresent(live::tell);
        if (days == 0) {
            closing.close(request);
            return Optional.of(new Ended(ended.get().channel(), null));
        }
        return ended;
    }

    private void wakeAfterCommit(RequestId request) {
        RequestWaiting waiting = new RequestWaiting(ProgramContext.current().id(), request);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(waiting);
            }
        });
    }

    private Instant minute() {
        return clock.instant().truncatedTo(MINUTES);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
    }
}
