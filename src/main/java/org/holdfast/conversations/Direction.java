package org.holdfast.conversations;

/// Which way a message goes. Each direction has its own key and its own numbering.
enum Direction {
    TO_SEEKER((short) 1),
    TO_SUPPORTER((short) 2);

    private final short number;

    Direction(short number) {
        this.number = number;
    }

    /// As the envelopes bind it (docs/protocol.md).
    short number() {
        return number;
    }
}
