package org.holdfast.requests.offers;

import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whoever asked to see the name first answers it. Until then nothing of the note is handed over.
@Component
public class NameAnswers {

    public sealed interface Answer {

        /// Also when the same answer is sent again.
        record Done() implements Answer {}

        /// The yes is no longer there; the search goes on.
        record Gone() implements Answer {}
    }

    private final Acceptances acceptances;
    private final Requests requests;
    private final OfferStore offers;
    private final Lapses lapses;

    NameAnswers(Acceptances acceptances, Requests requests, OfferStore offers, Lapses lapses) {
        this.acceptances = acceptances;
        this.requests = requests;
        this.offers = offers;
        this.lapses = lapses;
    }

    /// @param offer the held yes, as the page showed it
    /// @param wanted no: the supporter reads that it was passed on, and is not proposed again
    @Transactional
    public Answer answer(RequestId request, OfferId offer, boolean wanted) {
        if (wanted) {
            return acceptances.nameWanted(request, offer);
        }
        requests.lock(request)
                .ifPresent(locked -> offers.of(request).stream()
                        .filter(one -> one.id().equals(offer) && one.stage() == Stage.HELD)
                        .findFirst()
                        .ifPresent(one -> lapses.passOn(locked, one)));
        return new Answer.Done();
    }
}
