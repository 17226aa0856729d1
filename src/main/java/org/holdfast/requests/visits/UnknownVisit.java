package org.holdfast.requests.visits;

/// Wrong, mistyped, closed or erased: one answer, the same bytes.
final class UnknownVisit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownVisit() {
        super("unknown visit", null, false, false);
    }
}
