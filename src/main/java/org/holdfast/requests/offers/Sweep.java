package org.holdfast.requests.offers;

import java.time.Clock;
import java.util.List;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Comes round every few seconds: passes on what nobody answered, and looks for a supporter wherever that is due. A
/// request whose turn fails does not hold up the others.
@Component
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 200;

    private final OfferStore offers;
    private final Lapses lapses;
    private final MatchRounds rounds;
    private final Withdrawals withdrawals;
    private final SupporterPool pool;
    private final Clock clock;

    Sweep(
            OfferStore offers,
            Lapses lapses,
            MatchRounds rounds,
            Withdrawals withdrawals,
            SupporterPool pool,
            Clock clock) {
        this.offers = offers;
        this.lapses = lapses;
        this.withdrawals = withdrawals;
        this.pool = pool;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// For the program at hand.
    public void run() {
        for (Offer offer : offers.due(clock.instant(), AT_ONCE)) {
            guard(() -> lapses.lapse(offer.request(), offer.id()));
        }
        withdrawFromWhoCannot();
        for (RequestId request : rounds.due()) {
            guard(() -> rounds.look(request));
        }
    }

    /// Whoever filled up, paused or left since they were asked cannot say yes any more; nobody waits for their clock.
    private void withdrawFromWhoCannot() {
        List<Offer> open = offers.open();
        if (open.isEmpty()) {
            return;
        }
        SupporterPool.Now now = pool.now(null);
        open.stream()
                .filter(offer -> now.find(offer.supporter())
                        .map(one -> one.ownCause().isPresent())
                        .orElse(true))
                .forEach(offer -> guard(() -> withdrawals.open(offer)));
    }

    private static void guard(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "a turn of the sweep failed and comes again: {}",
                    e.getClass().getSimpleName());
        }
    }
}
