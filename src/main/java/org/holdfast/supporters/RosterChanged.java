package org.holdfast.supporters;

import org.holdfast.shared.ProgramId;

/// Somebody may be proposed who could not be before: what waits is worth another look. Heard in the same
/// transaction.
public record RosterChanged(ProgramId program) {}
