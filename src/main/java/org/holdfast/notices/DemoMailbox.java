package org.holdfast.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// The demo's mail: kept in memory, shown at /demo/mail, never sent anywhere.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
public class DemoMailbox implements Outbox {

    private static final int MOST = 200;

    /// A mail that would have gone out.
    public record Kept(Mail mail, Instant at) {}

    private final Clock clock;
    private final Deque<Kept> mails = new ArrayDeque<>();

    DemoMailbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void send(Mail mail) {
        mails.addFirst(new Kept(mail, clock.instant()));
        if (mails.size() > MOST) {
            mails.removeLast();
        }
    }

    /// All mails, the newest first.
    public synchronized List<Kept> mails() {
        return List.copyOf(mails);
    }
}
