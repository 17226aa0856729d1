package org.holdfast.requests.offers;

import java.util.Optional;
import org.holdfast.programs.Member;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A supporter says no, thank you. Nobody asks why, and nothing is kept but that they are not asked again.
@Component
public class Refusals {

    private final Requests requests;
    private final OfferStore offers;
    private final Lapses lapses;

    Refusals(Requests requests, OfferStore offers, Lapses lapses) {
        this.requests = requests;
        this.offers = offers;
        this.lapses = lapses;
    }

    /// A held yes can be taken back too.
    ///
    /// @return whether there was an offer of theirs to answer
    @Transactional
    public boolean refuse(Member member, OfferId id) {
        Optional<RequestId> about = offers.find(id, member.id()).map(Offer::request);
        return about.flatMap(requests::lock)
                .flatMap(request -> offers.find(id, member.id())
                        .filter(offer -> offer.stage() != Stage.ACCEPTED)
                        .map(offer -> {
                            lapses.passOn(request, offer);
                            return true;
                        }))
                .orElse(false);
    }
}
