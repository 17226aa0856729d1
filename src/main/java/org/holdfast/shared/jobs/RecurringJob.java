package org.holdfast.shared.jobs;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;

/// Work that comes round: a bean of this type is run by [Jobs], on one instance at a time. What is due stands in the
/// rows themselves, so a round that was missed is made up by the next. Tests call `run` and move the clock.
///
/// @param name in the job table; it names a kind of work, never a row
/// @param every the pause between two rounds
public record RecurringJob(String name, Duration every, Runnable work) {

    /// The same work for one program after the other, each at hand while it is done. A program whose work fails does
    /// not hold up the others.
    public static RecurringJob inEachProgram(
            String name, Duration every, Supplier<List<Program>> programs, Runnable work) {
        return new RecurringJob(name, every, () -> visit(programs.get(), work));
    }

    public void run() {
        work.run();
    }

    private static void visit(List<Program> programs, Runnable work) {
        RuntimeException failed = null;
        for (Program program : programs) {
            try {
                ProgramContext.run(program, work);
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
