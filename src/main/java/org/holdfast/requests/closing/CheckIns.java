package org.holdfast.requests.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A date on which both look in again. Until then the request stays open, however silent it is.
@Service
public class CheckIns {

    /// Weeks one may choose; 0 takes the date back.
    public static final Set<Integer> WEEKS = Set.of(0, 2, 4, 12);

    private final JdbcClient jdbc;
    private final Watchers watchers;
    private final Live live;
    private final Clock clock;

    CheckIns(JdbcClient jdbc, Watchers watchers, Live live, Clock clock) {
        this.jdbc = jdbc;
        this.watchers = watchers;
        this.live = live;
        this.clock = clock;
    }

    @Transactional
    public Endings.Outcome bySeeker(RequestId request, int weeks) {
        return set(request, weeks);
    }

    @Transactional
    public Endings.Outcome bySupporter(PairingId pairing, MemberId supporter, int weeks) {
        return jdbc.sql("select request_id from requests.pairing where id = :id and supporter_id = :supporter")
                .param("id", pairing.value())
                .param("supporter", supporter.value())
                .query(UUID.class)
                .optional()
                .map(id -> set(new RequestId(id), weeks))
                .orElse(Endings.Outcome.NOT_NOW);
    }

    private Endings.Outcome set(RequestId request, int weeks) {
        if (!WEEKS.contains(weeks)) {
            return Endings.Outcome.NOT_NOW;
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
        @Nullable LocalDate on = weeks == 0 ? null : today.plusWeeks(weeks);
        Optional<UUID> channel = jdbc.sql("""
                        update requests.request set check_in_on = cast(:on as date), warned_on = null,
                            last_word_on = :today
                        where id = :id and state in ('PAIRED', 'TALKING') returning channel""")
                .param("id", request.value())
                .param("on", on)
                .param("today", today)
                .query(UUID.class)
                .optional();
        channel.ifPresent(live::tell);
        watchers.ofPairing(request).ifPresent(live::tell);
        return channel.isPresent() ? Endings.Outcome.DONE : Endings.Outcome.NOT_NOW;
    }
}
