package org.holdfast.programs;

/// What a member does in a program. A role gives pages, never keys.
public enum Role {
    DIRECTOR,
    COORDINATOR,
    SUPPORTER
}
