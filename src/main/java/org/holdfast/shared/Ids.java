package org.holdfast.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes ids. Staff-side rows get version 7 (RFC 9562; sorted by time), everything near a seeker gets version 4, which
/// holds no time.
public final class Ids {

    private static final SecureRandom CHANCE = new SecureRandom();

    private Ids() {}

    public static UUID random() {
        return UUID.randomUUID();
    }

    public static UUID timed(Clock clock) {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (CHANCE.nextLong() & 0x0fffL);
        long low = (CHANCE.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
