package org.holdfast.supporters;

import org.holdfast.shared.ProgramContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Says that the roster has changed.
@Component
class RosterNews {

    private final ApplicationEventPublisher events;

    RosterNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tell() {
        events.publishEvent(new RosterChanged(ProgramContext.current().id()));
    }
}
