package org.holdfast.notices;

/// The few things a notice can say. None says why.
enum Wording {
    UPDATE,
    CODE,
    FOLLOW_UP
}
