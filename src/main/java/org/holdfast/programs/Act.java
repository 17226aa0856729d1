package org.holdfast.programs;

/// What the accountability log tells of: who did what kind of thing on which day, and nothing more.
public enum Act {
    OFFER_BY_HAND,
    PARKED_RELEASED,
    MEMBER_ADDED,
    MEMBER_REMOVED,
    ROLE_CHANGED,
    KEY_SIGNED,
    STATEMENT_SIGNED,
    INTAKE_KEY_RENEWED,
    DUE_DATE_CHANGED,
    POLICY_CHANGED,
    NOT_GENUINE
}
