package org.holdfast.supporters;

import org.holdfast.shared.ProgramId;

/// Somebody may be proposed who could not be before: what waits is worth another look. Heard after the commit.
public record RosterChanged(ProgramId program) {}
