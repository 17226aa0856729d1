package org.holdfast.requests.board;

import java.time.Clock;
import java.util.Optional;
import org.holdfast.programs.Accountability;
import org.holdfast.programs.Act;
import org.holdfast.programs.Member;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.requests.offers.News;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.shared.ProgramContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A coordinator lets a parked request go out.
@Component
public class Releases {

    private final Requests requests;
    private final BoardStore store;
    private final News news;
    private final Accountability log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Releases(
            Requests requests,
            BoardStore store,
            News news,
            Accountability log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.store = store;
        this.news = news;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// Again changes nothing.
    ///
    /// @return whether there is such a request
    @Transactional
    public boolean release(Member by, RequestId id) {
        Optional<Request> request = requests.lock(id);
        request.filter(found -> found.state() == RequestState.PARKED).ifPresent(found -> {
            requests.release(id, clock.instant());
            log.note(by.account(), Act.PARKED_RELEASED);
            news.ring(found);
            news.showBoard();
            events.publishEvent(new RequestWaiting(ProgramContext.current().id(), id));
        });
        return request.isPresent();
    }

    /// Somebody has looked; again changes nothing.
    ///
    /// @return whether there is such a request
    @Transactional
    public boolean seen(RequestId id) {
        boolean there = requests.lock(id).isPresent();
        if (there) {
            store.markSeen(id);
        }
        return there;
    }
}
