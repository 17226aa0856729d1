package org.holdfast.requests.pages;

import org.holdfast.programs.Member;
import org.holdfast.programs.Staff;
import org.holdfast.shared.live.Live;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells a member's open pages that something is new.
@RestController
class StreamController {

    private final Live live;

    StreamController(Live live) {
        this.live = live;
    }

    @Staff
    @GetMapping(path = "/staff/{slug}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Member member) {
        return live.stream(member.channel());
    }
}
