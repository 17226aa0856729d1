package org.holdfast.requests;

/// Where a request stands. What is closed or erased has no row, so it has no state.
public enum RequestState {
    /// Over the limit: kept, rings nobody until a coordinator releases it.
    PARKED,
    /// Looking for somebody.
    WAITING,
    /// A supporter said yes; the person asked to see the name first.
    HELD,
    /// A supporter said yes; the conversation is not opened yet.
    PAIRED,
    TALKING,
    /// No more messages; may be re-opened until it closes.
    ENDED
}
