package org.holdfast.requests.visits;

import java.util.Map;
import java.util.UUID;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.Visitor;
import org.holdfast.requests.offers.NameAnswers;
import org.holdfast.requests.pairings.Changes;
import org.holdfast.shared.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// With whom: the answer to a name, and the wish for somebody else. No reason is asked.
@Visit
@RestController
@RequestMapping("/p/{slug}/visit")
class VisitAnswersController {

    private final NameAnswers names;
    private final Changes changes;

    VisitAnswersController(NameAnswers names, Changes changes) {
        this.names = names;
        this.changes = changes;
    }

    record NameAnswer(@Nullable UUID offerId, boolean yes) {}

    @PostMapping("/name-answer")
    ResponseEntity<?> answer(Visitor visitor, @RequestBody NameAnswer posted) {
        if (posted.offerId() == null) {
            return notNow();
        }
        return switch (names.answer(visitor.request(), new OfferId(posted.offerId()), posted.yes())) {
            case NameAnswers.Answer.Done done -> ResponseEntity.noContent().build();
            case NameAnswers.Answer.Gone gone -> notNow();
        };
    }

    @PostMapping("/change")
    ResponseEntity<?> change(Visitor visitor) {
        return switch (changes.askedBySeeker(visitor.request())) {
            case DONE, ASKED -> ResponseEntity.noContent().build();
            case NOT_NOW -> notNow();
        };
    }

    private static ResponseEntity<?> notNow() {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "notNow"));
    }
}
