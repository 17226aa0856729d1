package org.holdfast.notices;

import java.util.UUID;

/// Where to reach somebody who has no account. Random; it stands beside the address and says nothing.
public record RingId(UUID value) {}
