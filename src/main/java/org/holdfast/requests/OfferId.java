package org.holdfast.requests;

import java.util.UUID;

/// A request put to one supporter. Version 4.
public record OfferId(UUID value) {}
