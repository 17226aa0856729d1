package org.holdfast.requests.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.HandPicks;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.web.After;
import org.holdfast.shared.web.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a coordinator does with a request. A director may too: in a small program they are the same person.
@RestController
@Staff({Role.COORDINATOR, Role.DIRECTOR})
@RequestMapping("/staff/{slug}/board/{request}")
class BoardActsController {

    record Pick(@Nullable UUID supporter) {}

    private final HandPicks handPicks;
    private final Releases releases;

    BoardActsController(HandPicks handPicks, Releases releases) {
        this.handPicks = handPicks;
        this.releases = releases;
    }

    @PostMapping("/offers")
    ResponseEntity<Object> pick(
            Member member, @PathVariable("request") UUID id, @Posted Pick posted, HttpServletRequest request) {
        MemberId supporter = new MemberId(posted.supporter() == null ? id : posted.supporter());
        return switch (handPicks.pick(member, new RequestId(id), supporter)) {
            case ASKED -> done(request, id, "asked");
            case NOT_ANY_MORE ->
                After.refused(request, HttpStatus.CONFLICT, "/board/" + id + "?said=notAny", "notAnyMore");
            case GONE -> throw new NotFound();
        };
    }

    @PostMapping("/release")
    ResponseEntity<Object> release(Member member, @PathVariable("request") UUID id, HttpServletRequest request) {
        demand(releases.release(member, new RequestId(id)));
        return done(request, id, "released");
    }

    @PostMapping("/seen")
    ResponseEntity<Object> seen(Member member, @PathVariable("request") UUID id, HttpServletRequest request) {
        demand(releases.seen(new RequestId(id)));
        return done(request, id, "seen");
    }

    private static ResponseEntity<Object> done(HttpServletRequest request, UUID id, String what) {
        return After.done(request, "/board/" + id + "?said=" + what, Map.of("done", what));
    }

    private static void demand(boolean there) {
        if (!there) {
            throw new NotFound();
        }
    }
}
