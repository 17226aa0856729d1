package org.holdfast.shared;

import java.util.Optional;

/// The program at hand: bound from the address of a page, or by a worker for one program at a time. The transaction
/// manager hands its id to row-level security; without one there are no rows.
public final class ProgramContext {

    private static final ScopedValue<Program> CURRENT = ScopedValue.newInstance();

    private ProgramContext() {}

    public static Program current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("no program at hand"));
    }

    public static Optional<Program> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public static void run(Program program, Runnable work) {
        ScopedValue.where(CURRENT, program).run(work);
    }

    public static <T, X extends Throwable> T call(Program program, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, program).call(work);
    }
}
