package org.holdfast.matching;

import java.time.Instant;

/// When an offer may ring a supporter.
public sealed interface Availability {

    /// Within their declared hours, or on call.
    record Now() implements Availability {}

    /// Out of hours until then.
    record From(Instant time) implements Availability {}

    /// Out of hours, and no further hours declared.
    record Unknown() implements Availability {}
}
