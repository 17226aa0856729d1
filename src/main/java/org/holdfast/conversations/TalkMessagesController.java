package org.holdfast.conversations;

import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.requests.PairingId;
import org.holdfast.shared.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Messages, for the supporter who said yes.
@Staff(Role.SUPPORTER)
@RestController
@RequestMapping("/staff/{slug}/talks/{pairing}/messages")
class TalkMessagesController {

    private final Conversations conversations;

    TalkMessagesController(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping
    MessageAnswers.Page list(
            Member member,
            @PathVariable UUID pairing,
            @RequestParam(defaultValue = "0") int afterMine,
            @RequestParam(defaultValue = "0") int afterTheirs) {
        return conversations
                .forSupporter(member.id(), new PairingId(pairing), afterMine, afterTheirs)
                .map(MessageAnswers.Page::new)
                .orElseThrow(NotFound::new);
    }

    @PostMapping
    ResponseEntity<?> send(Member member, @PathVariable UUID pairing, @RequestBody MessageAnswers.Posted posted) {
        return MessageAnswers.of(
                conversations.fromSupporter(member.id(), new PairingId(pairing), posted.sequence(), posted.bytes()));
    }
}
