package org.holdfast.requests;

import java.util.UUID;

/// A seeker and the supporter who said yes. Version 4.
public record PairingId(UUID value) {}
