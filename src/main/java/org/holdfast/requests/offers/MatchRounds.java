package org.holdfast.requests.offers;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.programs.Policy;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.holdfast.supporters.OnRoster;
import org.holdfast.supporters.Rings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks for a supporter: ranks, puts out offers, and says so where nobody is left. What is to be looked at, and when,
/// stands in the request's own row, so nothing is lost when this machine stops.
@Component
public class MatchRounds {

    /// Absences end and talks end without a word to us; so whatever is short of people is looked at again.
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

    private static final int AT_ONCE = 100;

    /// Who was told, as the request's row has it.
    private static final int COORDINATORS = 1;

    private final Requests requests;
    private final OfferStore offers;
    private final SupporterPool pool;
    private final PuttingOut puttingOut;
    private final Rings rings;
    private final News news;

    MatchRounds(
            Requests requests, OfferStore offers, SupporterPool pool, PuttingOut puttingOut, Rings rings, News news) {
        this.requests = requests;
        this.offers = offers;
        this.pool = pool;
        this.puttingOut = puttingOut;
        this.rings = rings;
        this.news = news;
    }

    List<RequestId> due() {
        return requests.due(AT_ONCE);
    }

    /// One look, where the request still waits and nobody else is at it.
    @Transactional
    public void look(RequestId id) {
        requests.lockIfFree(id).filter(Request::searches).ifPresent(this::look);
    }

    private void look(Request request) {
        List<Offer> out = offers.of(request.id());
        if (out.stream().anyMatch(offer -> offer.stage() != Stage.OPEN)) {
            requests.tryAt(request.id(), null);
            return;
        }
        SupporterPool.Now now = pool.now(null);
        Policy.Offers policy = now.policy().offers();
        int room = policy.automatic() ? Math.max(0, policy.atOnce(now.size()) - out.size()) : 0;
        Set<UUID> asked = out.stream().map(offer -> offer.supporter().value()).collect(Collectors.toSet());
        Round round = Round.of(request, now, asked, room);
        int put = putOut(request, now, round.ask());
        Instant later = round.later();
        boolean idle = out.isEmpty() && put == 0;
        boolean nobody = idle && round.ask().isEmpty() && later == null;
        requests.tryAt(request.id(), room > put ? next(now.instant(), round, put) : null);
        tell(request, now, idle && !nobody && later != null ? later : null, nobody, policy.automatic());
    }

    /// In the order of their ids, so that two looks never wait for each other's rings.
    private int putOut(Request request, SupporterPool.Now now, List<OnRoster> ask) {
        int put = 0;
        int cap = now.policy().limits().ringsPerNight();
        for (OnRoster supporter : ask.stream()
                .sorted(Comparator.comparing(one -> one.id().value()))
                .toList()) {
            if (rings.take(supporter.id(), cap)) {
                puttingOut.to(supporter, request, now, false);
                put++;
            }
        }
        return put;
    }

    private static Instant next(Instant now, Round round, int put) {
        Instant again = now.plus(LOOK_AGAIN);
        Instant later = round.later();
        if (put < round.ask().size()) {
            return now; // somebody's last ring went to another request meanwhile: look again at once
        }
        return later != null && later.isBefore(again) ? later : again;
    }

    /// A need of now is never held silently: where nobody may be asked in time, a coordinator hears it, once.
    private void tell(
            Request request, SupporterPool.Now now, @Nullable Instant later, boolean nobody, boolean automatic) {
        if (nobody != request.nobodyLeft()) {
            requests.nobodyLeft(request.id(), nobody);
            news.show(request);
        }
        boolean late = later != null && Round.tooLate(request.need().howSoon(), later, now.instant());
        boolean byHand = !automatic && later != null;
        if (nobody && !request.nobodyLeft()) {
            requests.rung(request.id(), COORDINATORS);
            news.ringCoordinators();
            news.ring(request);
        } else if ((late || byHand) && request.rung() == 0) {
            requests.rung(request.id(), COORDINATORS);
            news.ringCoordinators();
            news.show(request);
        }
        news.showBoard();
    }
}
