package org.holdfast.requests.visits;

import org.holdfast.requests.Visitor;
import org.holdfast.requests.closing.Closing;
import org.holdfast.shared.live.Live;
import org.holdfast.shared.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The request, for whoever asked.
@Visit
@RestController
@RequestMapping("/p/{slug}/visit")
class VisitController {

    private final VisitStore store;
    private final Closing closing;
    private final Live live;

    VisitController(VisitStore store, Closing closing, Live live) {
        this.store = store;
        this.closing = closing;
        this.live = live;
    }

    @GetMapping
    VisitView show(Visitor visitor) {
        return store.find(visitor.request()).orElseThrow(UnknownVisit::new);
    }

    @GetMapping("/stream")
    SseEmitter stream(Visitor visitor) {
        return live.stream(visitor.channel());
    }

    /// The return words are kept: said with one tap.
    @PostMapping("/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepWords(Visitor visitor) {
        store.keepWords(visitor.request());
    }

    /// Closes at once, whatever the state.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Visitor visitor) {
        if (!closing.close(visitor.request())) {
            throw new UnknownVisit();
        }
    }
}
