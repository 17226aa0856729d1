package org.holdfast.programs;

import java.util.UUID;

/// A role holder of one program. Random and public: it stands in signed statements and in vetoes, and tells nothing. A
/// supporter has the same id.
public record MemberId(UUID value) {}
