package org.holdfast.shared;

/// Why nothing starts, in one line for the person who started it. It ends the start and is printed without a trace.
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String why) {
        super(why);
    }

    public CannotStart(String why, Throwable cause) {
        super(why, cause);
    }
}
