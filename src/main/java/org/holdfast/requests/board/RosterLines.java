package org.holdfast.requests.board;

import java.util.Comparator;
import org.holdfast.requests.offers.SupporterPool;
import org.holdfast.supporters.OnRoster;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The roster, for whoever coordinates: who is there, ready, and carries how much.
@Component
@Transactional(readOnly = true)
public class RosterLines {

    private final SupporterPool pool;

    RosterLines(SupporterPool pool) {
        this.pool = pool;
    }

    public RosterView all() {
        return new RosterView(pool.now(null).supporters().values().stream()
                .sorted(Comparator.comparing((OnRoster one) -> one.member().name())
                        .thenComparing(one -> one.id().value()))
                .map(RosterLines::line)
                .toList());
    }

    private static RosterView.Line line(OnRoster one) {
        var standing = one.candidate().standing();
        var reach = one.candidate().reach();
        boolean now = reach.onCall() || reach.withinHours();
        return new RosterView.Line(
                one.id().value(),
                one.member().name(),
                one.ownCause().orElse(null),
                standing.approved(),
                standing.ready(),
                standing.paused(),
                standing.away(),
                standing.openPairings(),
                standing.capacity(),
                one.thisMonth(),
                (int) one.candidate().recentLoad(),
                now,
                now ? null : reach.nextTime(),
                reach.onCall() ? one.reachable().onCallUntil() : null,
                standing.trainingDue(),
                standing.agreementDue());
    }
}
