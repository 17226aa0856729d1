package org.holdfast.programs.people;

import org.holdfast.programs.MemberId;

/// A member of the program at hand was removed: refused everything from this moment on.
public record MemberRemoved(MemberId member) {}
