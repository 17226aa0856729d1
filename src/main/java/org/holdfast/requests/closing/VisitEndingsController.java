package org.holdfast.requests.closing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.requests.Visitor;
import org.holdfast.shared.Limit;
import org.holdfast.shared.Texts;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Ending, opening again, and what may be set before and after, for whoever asked.
@Visit
@RestController
@RequestMapping("/p/{slug}/visit")
class VisitEndingsController {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,200}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");

    private final Endings endings;
    private final CheckIns checkIns;
    private final FollowUps followUps;

    VisitEndingsController(Endings endings, CheckIns checkIns, FollowUps followUps) {
        this.endings = endings;
        this.checkIns = checkIns;
        this.followUps = followUps;
    }

    record CheckIn(int weeks) {}

    record FollowUp(@Nullable String address, int weeks) {}

    @PostMapping("/ending")
    ResponseEntity<?> end(Visitor visitor) {
        return answer(endings.bySeeker(visitor.request()));
    }

    @PostMapping("/reopening")
    ResponseEntity<?> reopen(Visitor visitor) {
        return answer(endings.reopen(visitor.request()));
    }

    @PostMapping("/check-in")
    ResponseEntity<?> checkIn(Visitor visitor, @RequestBody CheckIn posted, HttpServletRequest request) {
        if (!CheckIns.WEEKS.contains(posted.weeks())) {
            return refused(request, "weeks", "asking.error.choose");
        }
        return answer(checkIns.bySeeker(visitor.request(), posted.weeks()));
    }

    @PostMapping("/follow-up")
    ResponseEntity<?> followUp(Visitor visitor, @RequestBody FollowUp posted, HttpServletRequest request) {
        String address = posted.address() == null ? "" : posted.address().strip();
        if (address.length() > Limit.MAIL_ADDRESS.number()
                || !ADDRESS.matcher(address).matches()) {
            return refused(request, "address", "asking.error.address");
        }
        if (!FollowUps.WEEKS.contains(posted.weeks())) {
            return refused(request, "weeks", "asking.error.choose");
        }
        return answer(followUps.ask(visitor.request(), address, posted.weeks()));
    }

    private static ResponseEntity<?> answer(Endings.Outcome outcome) {
        return switch (outcome) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_NOW -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "notNow"));
        };
    }

    private static ResponseEntity<?> refused(HttpServletRequest request, String field, String key) {
        String words = Texts.in(Frames.language(request)).of(key);
        return ResponseEntity.unprocessableContent().body(Map.of("errors", Map.of(field, words)));
    }
}
