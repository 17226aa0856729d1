package org.holdfast.requests;

import java.util.UUID;

/// A request. Made in the asker's browser, version 4: it holds no time, and is the idempotency key of asking.
public record RequestId(UUID value) {}
