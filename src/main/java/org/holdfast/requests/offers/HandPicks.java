package org.holdfast.requests.offers;

import java.util.Optional;
import org.holdfast.programs.Accountability;
import org.holdfast.programs.Act;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.RequestId;
import org.holdfast.supporters.OnRoster;
import org.holdfast.supporters.Rings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A coordinator asks a supporter of their choice. The log keeps that one did, and of no request.
@Component
public class HandPicks {

    public enum Answer {
        /// Also where that supporter is asked already.
        ASKED,
        /// Not, or no longer, on the list the coordinator may see; or nobody is looked for any more.
        NOT_ANY_MORE,
        GONE
    }

    private final Requests requests;
    private final OfferStore offers;
    private final PuttingOut puttingOut;
    private final SupporterPool pool;
    private final Rings rings;
    private final News news;
    private final Accountability log;

    HandPicks(
            Requests requests,
            OfferStore offers,
            PuttingOut puttingOut,
            SupporterPool pool,
            Rings rings,
            News news,
            Accountability log) {
        this.requests = requests;
        this.offers = offers;
        this.puttingOut = puttingOut;
        this.pool = pool;
        this.rings = rings;
        this.news = news;
        this.log = log;
    }

    /// Only whom the list shows can be picked: a pick tells no more of the person asking than the list does.
    @Transactional
    public Answer pick(Member by, RequestId id, MemberId supporter) {
        Optional<Request> found = requests.lock(id);
        if (found.isEmpty()) {
            return Answer.GONE;
        }
        Request request = found.get();
        if (!request.searches()) {
            return Answer.NOT_ANY_MORE;
        }
        if (offers.of(id).stream().anyMatch(offer -> offer.supporter().equals(supporter))) {
            return Answer.ASKED;
        }
        SupporterPool.Now now = pool.now(null);
        Optional<OnRoster> listed = now.rank(request.need()).visible().candidates().stream()
                .filter(one -> one.supporter().equals(supporter.value()))
                .findFirst()
                .flatMap(one -> now.find(supporter));
        if (listed.isEmpty()) {
            return Answer.NOT_ANY_MORE;
        }
        rings.take(supporter, Integer.MAX_VALUE); // counted, and by the coordinator's own choice not capped
        puttingOut.to(listed.get(), request, now, true);
        log.note(by.account(), Act.OFFER_BY_HAND);
        if (request.nobodyLeft()) {
            requests.nobodyLeft(id, false);
            news.show(request);
        }
        news.showBoard();
        return Answer.ASKED;
    }
}
