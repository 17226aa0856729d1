package org.holdfast.requests.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.holdfast.supporters.Supporters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A supporter says yes. One transaction: lock supporter and request, check the exclusions again, lapse the other
/// offers, make the pairing.
@Component
public class Acceptances {

    /// How far ahead "yes, from then on" may lie.
    private static final Duration FURTHEST = Duration.ofDays(7);

    /// However urgent the need, whoever asked gets this long to look at the name.
    private static final Duration LEAST_HELD = Duration.ofHours(2);

    public sealed interface Answer {

        /// Yes, and it counts; also when the same yes is sent again.
        record Paired(PairingId pairing) implements Answer {}

        /// Yes, and whoever asked looks at the name first.
        record Held() implements Answer {}

        /// It went elsewhere, ended, was never there, or was never theirs: one answer for all of it.
        record PassedOn() implements Answer {}

        /// The time from which on is not one that can be taken.
        record TooFar() implements Answer {}
    }

    private final Supporters supporters;
    private final Requests requests;
    private final OfferStore offers;
    private final Pairing pairing;
    private final Lapses lapses;
    private final SupporterPool pool;
    private final News news;
    private final Clock clock;

    Acceptances(
            Supporters supporters,
            Requests requests,
            OfferStore offers,
            Pairing pairing,
            Lapses lapses,
            SupporterPool pool,
            News news,
            Clock clock) {
        this.supporters = supporters;
        this.requests = requests;
        this.offers = offers;
        this.pairing = pairing;
        this.lapses = lapses;
        this.pool = pool;
        this.news = news;
        this.clock = clock;
    }

    /// @param yesFrom from when on; null or past: at once
    @Transactional
    public Answer accept(Member member, OfferId id, @Nullable Instant yesFrom) {
        Instant now = clock.instant();
        if (yesFrom != null && yesFrom.isAfter(now.plus(FURTHEST))) {
            return new Answer.TooFar();
        }
        Instant from = yesFrom == null || !yesFrom.isAfter(now) ? null : yesFrom.truncatedTo(ChronoUnit.MINUTES);
        Optional<RequestId> about = offers.find(id, member.id()).map(Offer::request);
        if (about.isEmpty() || !supporters.lock(member.id())) {
            return new Answer.PassedOn();
        }
        Optional<Request> request = requests.lock(about.get());
        Optional<Offer> offer = offers.find(id, member.id());
        return request.isEmpty() || offer.isEmpty() ? new Answer.PassedOn() : answer(request.get(), offer.get(), from);
    }

    private Answer answer(Request request, Offer offer, @Nullable Instant from) {
        return switch (offer.stage()) {
            case ACCEPTED ->
                pairing.of(request.id()).<Answer>map(Answer.Paired::new).orElseGet(Answer.PassedOn::new);
            case HELD -> new Answer.Held();
            case OPEN ->
                request.state() == RequestState.WAITING
                        ? yes(request, offer, from)
                        : new Answer.PassedOn(); // another yes is held; should it come to nothing, this offer is there
            // again
        };
    }

    private Answer yes(Request request, Offer offer, @Nullable Instant from) {
        SupporterPool.Now now = pool.now(request.id());
        if (!now.mayBeProposed(request.need(), offer.supporter())) {
            lapses.withdraw(request, offer);
            return new Answer.PassedOn();
        }
        if (request.nameFirst()) {
            hold(request, offer, from, now);
            return new Answer.Held();
        }
        return new Answer.Paired(pairing.make(request, offer, from, now));
    }

    private void hold(Request request, Offer offer, @Nullable Instant from, SupporterPool.Now now) {
        Duration patience = PuttingOut.patience(now.policy(), request.need().howSoon());
        Duration held = patience.compareTo(LEAST_HELD) > 0 ? patience : LEAST_HELD;
        offers.change(offer.id(), Stage.HELD, now.instant().plus(held).truncatedTo(ChronoUnit.MINUTES), from);
        requests.state(request.id(), RequestState.HELD);
        requests.tryAt(request.id(), null);
        news.ring(request);
        offers.of(request.id()).forEach(one -> news.show(one.supporter()));
        news.showBoard();
    }

    /// Who asked has seen the name and wants this supporter. The supporter's row is locked first, as everywhere.
    @Transactional
    public NameAnswers.Answer nameWanted(RequestId id, OfferId offer) {
        Optional<MemberId> supporter = offers.of(id).stream()
                .filter(one -> one.id().equals(offer) && one.stage() == Stage.HELD)
                .map(Offer::supporter)
                .findFirst();
        boolean there = supporter.isPresent() && supporters.lock(supporter.get());
        Optional<Request> request = requests.lock(id);
        Optional<Offer> held =
                offers.of(id).stream().filter(one -> one.id().equals(offer)).findFirst();
        if (request.isEmpty() || held.isEmpty()) {
            return new NameAnswers.Answer.Gone();
        }
        return switch (held.get().stage()) {
            case ACCEPTED -> new NameAnswers.Answer.Done();
            case OPEN -> new NameAnswers.Answer.Gone();
            case HELD -> wanted(request.get(), held.get(), there);
        };
    }

    private NameAnswers.Answer wanted(Request request, Offer offer, boolean there) {
        SupporterPool.Now now = pool.now(request.id());
        if (!there || !now.mayBeProposed(request.need(), offer.supporter())) {
            lapses.withdraw(request, offer);
            return new NameAnswers.Answer.Gone();
        }
        pairing.make(request, offer, offer.yesFrom(), now);
        news.ring(offer.supporter());
        return new NameAnswers.Answer.Done();
    }
}
