package org.holdfast.requests.pairings;

import java.util.Optional;
import org.holdfast.programs.Member;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.offers.News;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// "Someone may be in danger": marked by the supporter. While it stands, nothing closes or breaks by itself.
@Component
class Dangers {

    private final PairingStore store;
    private final Requests requests;
    private final News news;

    Dangers(PairingStore store, Requests requests, News news) {
        this.store = store;
        this.requests = requests;
        this.news = news;
    }

    /// @return whether there is such a pairing of theirs
    @Transactional
    public boolean mark(Member supporter, PairingId id, boolean on) {
        Optional<Request> request = store.find(id, supporter.id()).flatMap(row -> requests.lock(row.request()));
        if (request.isEmpty() || store.find(id, supporter.id()).isEmpty()) {
            return false;
        }
        if (request.get().dangerMarked() != on) {
            store.danger(request.get().id(), on);
            requests.spoken(request.get().id());
            news.show(request.get());
            news.show(supporter.id());
            news.showBoard();
        }
        return true;
    }
}
