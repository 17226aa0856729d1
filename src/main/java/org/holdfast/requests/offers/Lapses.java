package org.holdfast.requests.offers;

import java.time.Clock;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.holdfast.shared.ProgramContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How an offer ends without a pairing: answered no, not answered in time, withdrawn, or the name was not wanted. It is
/// deleted, and nothing tells which it was.
@Component
class Lapses {

    private final Requests requests;
    private final OfferStore offers;
    private final News news;
    private final PuttingOut puttingOut;
    private final SupporterPool pool;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lapses(
            Requests requests,
            OfferStore offers,
            News news,
            PuttingOut puttingOut,
            SupporterPool pool,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.news = news;
        this.puttingOut = puttingOut;
        this.pool = pool;
        this.events = events;
        this.clock = clock;
    }

    /// An offer whose clock ran out; again changes nothing.
    @Transactional
    public void lapse(RequestId id, OfferId offer) {
        requests.lock(id)
                .ifPresent(request -> offers.of(id).stream()
                        .filter(one -> one.id().equals(offer)
                                && !one.due().isAfter(clock.instant())
                                && one.stage() != Stage.ACCEPTED)
                        .findFirst()
                        .ifPresent(one -> passOn(request, one)));
    }

    /// The offer ends, and the request is not put to this supporter again.
    @Transactional(propagation = Propagation.MANDATORY)
    void passOn(Request request, Offer offer) {
        requests.leaveOut(request.id(), offer.supporter());
        withdraw(request, offer);
    }

    /// The offer ends, and the search goes on.
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(Request request, Offer offer) {
        offers.delete(offer.id());
        if (offer.stage() == Stage.HELD) {
            requests.state(request.id(), RequestState.WAITING);
            giveTimeAgain(request);
            news.show(request);
        }
        requests.tryAt(request.id(), clock.instant());
        news.show(offer.supporter());
        news.showBoard();
        events.publishEvent(new RequestWaiting(ProgramContext.current().id(), request.id()));
    }

    /// While one yes was held, the others could not answer: their clocks begin again.
    private void giveTimeAgain(Request request) {
        SupporterPool.Now now = pool.now(null);
        for (Offer other : offers.of(request.id())) {
            now.find(other.supporter())
                    .ifPresent(supporter ->
                            offers.change(other.id(), Stage.OPEN, puttingOut.due(supporter, request, now), null));
            news.show(other.supporter());
        }
    }
}
