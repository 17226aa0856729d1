package org.holdfast.requests.pairings;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.requests.offers.News;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.holdfast.shared.ProgramContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A pairing breaks: its conversation goes with it, and the request is back in matching, without this supporter. The
/// request is locked by whoever calls.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GivingBack {

    private final PairingStore store;
    private final IntakeCopies notes;
    private final Tallies tallies;
    private final Requests requests;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GivingBack(
            PairingStore store,
            IntakeCopies notes,
            Tallies tallies,
            Requests requests,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.tallies = tallies;
        this.requests = requests;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /// Without a copy of the note it comes back as codes only: it cannot be reached by us until whoever asked seals
    /// anew.
    void giveBack(Request request, Row pairing) {
        boolean reachable = notes.has(request.id());
        boolean ended = request.state() == RequestState.ENDED;
        if (!ended) {
            tallies.countLeft(request, pairing.contacted());
        }
        store.delete(pairing);
        requests.leaveOut(request.id(), pairing.supporter());
        notes.dropAt(request.id(), null);
        store.waiting(request.id(), !reachable, clock.instant().truncatedTo(ChronoUnit.MINUTES), requests.today());
        news.ring(request);
        news.show(pairing.supporter());
        news.showBoard();
        if (reachable && !ended) {
            events.publishEvent(new RequestWaiting(ProgramContext.current().id(), request.id()));
        } else if (!ended) {
            news.ringCoordinators();
        }
    }
}
