package org.holdfast.requests.offers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a supporter has been asked, each their own alone.
@Component
@Transactional(readOnly = true)
public class Offers {

    private final OfferStore store;
    private final Requests requests;
    private final SupporterPool pool;

    Offers(OfferStore store, Requests requests, SupporterPool pool) {
        this.store = store;
        this.requests = requests;
        this.pool = pool;
    }

    /// Those that wait for an answer, and their own yes that is held. First what is due first.
    public List<OfferView> of(MemberId supporter) {
        List<Offer> own = store.ofSupporter(supporter).stream()
                .filter(offer -> offer.stage() != Stage.ACCEPTED)
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        SupporterPool.Now sight = pool.sight();
        return own.stream()
                .flatMap(offer -> view(offer, sight).stream())
                .sorted(Comparator.comparing(OfferView::due))
                .toList();
    }

    public Optional<OfferView> find(MemberId supporter, OfferId id) {
        return store.find(id, supporter)
                .filter(offer -> offer.stage() != Stage.ACCEPTED)
                .flatMap(offer -> view(offer, pool.sight()));
    }

    /// While somebody else's yes is held, an open offer is as good as passed on.
    private Optional<OfferView> view(Offer offer, SupporterPool.Now sight) {
        return requests.find(offer.request())
                .filter(request -> offer.stage() == Stage.HELD || request.state() == RequestState.WAITING)
                .map(request -> new OfferView(
                        offer.id(),
                        offer.stage() == Stage.HELD,
                        request.need().howSoon(),
                        request.need().language(),
                        request.need().ways(),
                        sight.topicsShown(request.need()),
                        request.nameFirst(),
                        request.danger(),
                        offer.due(),
                        offer.yesFrom()));
    }
}
