package org.holdfast.requests.offers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.programs.Policy;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.holdfast.shared.Ids;
import org.holdfast.supporters.OnRoster;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts a request to one supporter and rings them. The clock runs only while they can be rung.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PuttingOut {

    private final OfferStore store;
    private final News news;

    PuttingOut(OfferStore store, News news) {
        this.store = store;
        this.news = news;
    }

    void to(OnRoster supporter, Request request, SupporterPool.Now pool, boolean byHand) {
        store.add(new Offer(
                new OfferId(Ids.random()),
                request.id(),
                supporter.id(),
                Stage.OPEN,
                due(supporter, request, pool),
                null,
                byHand));
        news.ring(supporter.id());
    }

    Instant due(OnRoster supporter, Request request, SupporterPool.Now pool) {
        Duration patience = patience(pool.policy(), request.need().howSoon());
        return supporter.reachable().after(pool.instant(), patience).truncatedTo(ChronoUnit.MINUTES);
    }

    static Duration patience(Policy policy, HowSoon howSoon) {
        Policy.Offers offers = policy.offers();
        return Duration.ofMinutes(
                switch (howSoon) {
                    case NOW -> offers.minutesNow();
                    case TODAY -> offers.minutesToday();
                    case FEW_DAYS -> offers.minutesFewDays();
                    case NO_HURRY -> offers.minutesNoHurry();
                });
    }
}
