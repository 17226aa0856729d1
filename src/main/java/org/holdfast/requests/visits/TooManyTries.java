package org.holdfast.requests.visits;

import java.time.Duration;

/// Too many wrong words from one source.
final class TooManyTries extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    TooManyTries(Duration pause) {
        super("too many tries", null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
