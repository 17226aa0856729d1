package org.holdfast.requests.offers;

import org.holdfast.programs.MemberId;
import org.holdfast.shared.ProgramId;

/// A supporter took something on: one more for the month's count. Names no request.
record TookOn(ProgramId program, MemberId supporter) {}
