package org.holdfast.conversations;

import org.holdfast.requests.PairingId;
import org.holdfast.requests.Visitor;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Messages, for whoever asked.
@Visit
@RestController
@RequestMapping("/p/{slug}/visit/messages")
class VisitMessagesController {

    private final Conversations conversations;

    VisitMessagesController(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping
    MessageAnswers.Page list(
            Visitor visitor,
            @RequestParam(defaultValue = "0") int afterMine,
            @RequestParam(defaultValue = "0") int afterTheirs) {
        return new MessageAnswers.Page(conversations.forSeeker(visitor, afterMine, afterTheirs));
    }

    @PostMapping
    ResponseEntity<?> send(Visitor visitor, @RequestBody MessageAnswers.Posted posted) {
        if (posted.pairing() == null) {
            throw new NotFound();
        }
        return MessageAnswers.of(
                conversations.fromSeeker(visitor, new PairingId(posted.pairing()), posted.sequence(), posted.bytes()));
    }
}
