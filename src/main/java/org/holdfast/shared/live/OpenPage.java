package org.holdfast.shared.live;

import java.io.IOException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page's stream. A page that is gone ends its stream; nothing else is to be done about it.
final class OpenPage {

    private final SseEmitter emitter;
    private long number;

    OpenPage(SseEmitter emitter) {
        this.emitter = emitter;
    }

    synchronized void news() {
        send(SseEmitter.event().name("new").data(Long.toString(++number)));
    }

    synchronized void comment() {
        send(SseEmitter.event().comment(""));
    }

    void end() {
        emitter.complete();
    }

    private void send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }
}
