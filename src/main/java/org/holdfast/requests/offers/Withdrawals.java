package org.holdfast.requests.offers;

import java.util.List;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes back all that one supporter was asked and has not become a pairing.
@Component
public class Withdrawals {

    private final OfferStore offers;
    private final Requests requests;
    private final Lapses lapses;

    Withdrawals(OfferStore offers, Requests requests, Lapses lapses) {
        this.offers = offers;
        this.requests = requests;
        this.lapses = lapses;
    }

    /// One open offer, of a supporter who can take nothing on any more: full, paused, away, or gone. They did not pass
    /// on it, so they may be asked again.
    @Transactional
    void open(Offer found) {
        requests.lock(found.request())
                .ifPresent(request -> offers.find(found.id(), found.supporter())
                        .filter(offer -> offer.stage() == Stage.OPEN)
                        .ifPresent(offer -> lapses.withdraw(request, offer)));
    }

    public List<RequestId> requestsOf(MemberId supporter) {
        return offers.ofSupporter(supporter).stream().map(Offer::request).toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void ofSupporter(MemberId supporter) {
        for (Offer found : offers.ofSupporter(supporter)) {
            requests.lock(found.request())
                    .ifPresent(request -> offers.find(found.id(), supporter)
                            .filter(offer -> offer.stage() != Stage.ACCEPTED)
                            .ifPresent(offer -> lapses.withdraw(request, offer)));
        }
    }
}
