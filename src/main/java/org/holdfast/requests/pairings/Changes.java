package org.holdfast.requests.pairings;

import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.offers.News;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whoever asked would like somebody else. No reason is asked, and none is told.
@Component
public class Changes {

    public enum Answer {
        /// Somebody else is looked for already.
        DONE,
        /// The supporter's browser gives the note back at its next visit.
        ASKED,
        /// There is nobody to change.
        NOT_NOW
    }

    private final PairingStore store;
    private final IntakeCopies notes;
    private final GivingBack givingBack;
    private final Requests requests;
    private final News news;

    Changes(PairingStore store, IntakeCopies notes, GivingBack givingBack, Requests requests, News news) {
        this.store = store;
        this.notes = notes;
        this.givingBack = givingBack;
        this.requests = requests;
        this.news = news;
    }

    /// While the intake copy is there the change is made at once. Asking twice is asking once.
    @Transactional
    public Answer askedBySeeker(RequestId id) {
        Request request = requests.lock(id).orElse(null);
        Row pairing = request == null ? null : store.of(id).orElse(null);
        if (request == null
                || pairing == null
                || (request.state() != RequestState.PAIRED && request.state() != RequestState.TALKING)) {
            return Answer.NOT_NOW;
        }
        if (notes.has(id)) {
            givingBack.giveBack(request, pairing);
            return Answer.DONE;
        }
        if (!pairing.changeAsked()) {
            store.changeAsked(pairing.id());
            news.show(request);
            news.ring(pairing.supporter());
            news.showBoard();
        }
        return Answer.ASKED;
    }
}
