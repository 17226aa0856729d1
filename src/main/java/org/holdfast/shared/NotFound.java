package org.holdfast.shared;

/// There is no such thing, or none you may see: answered 404, the same in both cases.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
