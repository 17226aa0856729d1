package org.holdfast.requests;

import org.holdfast.shared.ProgramId;

/// A request waits for a supporter. Published after the commit, on this instance only; a sweep finds whatever was not
/// heard.
public record RequestWaiting(ProgramId program, RequestId request) {}
