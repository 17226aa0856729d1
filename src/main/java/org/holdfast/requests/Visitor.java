package org.holdfast.requests;

import java.util.UUID;

/// Whoever came back with the right words: a handler marked `@Visit` takes one as an argument. Wrong words never reach
/// the handler.
///
/// @param channel where open pages of this request hear that something is new
public record Visitor(RequestId request, UUID channel) {}
