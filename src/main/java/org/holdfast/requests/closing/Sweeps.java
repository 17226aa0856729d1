package org.holdfast.requests.closing;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.notices.Notices;
import org.holdfast.notices.RingId;
import org.holdfast.programs.Policies;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What time does to the requests of the program at hand. Each row is one transaction, and instances pass over rows
/// that another one holds.
@Component
class Sweeps {

    /// Nothing ends or closes by itself while someone may be in danger.
    private static final String QUIET =
            "state in ('PAIRED', 'TALKING') and not danger and not danger_marked and check_in_on is null";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Policies policies;
    private final Endings endings;
    private final Closing closing;
    private final Watchers watchers;
    private final Notices notices;
    private final Live live;
    private final Clock clock;

    Sweeps(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Policies policies,
            Endings endings,
            Closing closing,
            Watchers watchers,
            Notices notices,
            Live live,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.policies = policies;
        this.endings = endings;
        this.closing = closing;
        this.watchers = watchers;
        this.notices = notices;
        this.live = live;
        this.clock = clock;
    }

    /// Ended long enough ago: closed.
    void closeEnded() {
        each(
                "state = 'ENDED' and close_at <= :now and not danger_marked",
                Map.of("now", clock.instant().atOffset(ZoneOffset.UTC)),
                closing::close);
    }

    /// Dates to look in again that have come: both are told, and the clock of silence begins anew.
    void checkIn() {
        each("check_in_on <= :today", Map.of("today", today()), request -> tellBoth(request, """
                update requests.request set check_in_on = null, last_word_on = :today, warned_on = null
                where id = :id"""));
    }

    /// Silent for most of what policy allows: both are told some days before it ends.
    void warn() {
        var silence = policies.current().silence();
        each(
                QUIET + " and warned_on is null and last_word_on <= :day",
                Map.of("day", today().minusDays(silence.days() - silence.warnDays())),
                request -> tellBoth(request, "update requests.request set warned_on = :today where id = :id"));
    }

    /// Silent since the warning too: ended.
    void endSilent() {
        var silence = policies.current().silence();
        each(
                QUIET + " and warned_on <= :day",
                Map.of("day", today().minusDays(silence.warnDays())),
                endings::bySilence);
    }

    private void tellBoth(RequestId request, String update) {
        record Row(UUID channel, @Nullable RingId ring) {}
        Optional<Row> row = jdbc.sql(update + " returning channel, ring_id")
                .param("id", request.value())
                .param("today", today())
                .query((r, n) -> {
                    UUID ring = r.getObject("ring_id", UUID.class);
                    return new Row(r.getObject("channel", UUID.class), ring == null ? null : new RingId(ring));
                })
                .optional();
        row.map(Row::ring).ifPresent(notices::ring);
        row.map(Row::channel).ifPresent(live::tell);
        watchers.paired(request).ifPresent(supporter -> {
            notices.toMember(supporter.account());
            live.tell(supporter.channel());
        });
    }

    private void each(String due, Map<String, ?> parameters, Consumer<RequestId> work) {
        Optional<UUID> done = Optional.empty();
        do {
            UUID after = done.orElse(null);
            done = transaction.execute(status -> {
                Optional<UUID> next = jdbc.sql("select id from requests.request where (cast(:after as uuid) is null"
                                + " or id > cast(:after as uuid)) and " + due
                                + " order by id limit 1 for update skip locked")
                        .param("after", after, Types.OTHER)
                        .params(parameters)
                        .query(UUID.class)
                        .optional();
                next.map(RequestId::new).ifPresent(work);
                return next;
            });
        } while (done != null && done.isPresent());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
    }
}
