package org.holdfast.requests.offers;

import java.util.LinkedHashSet;
import java.util.Optional;
import org.holdfast.programs.Programs;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ProgramId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Looks for a supporter as soon as a request waits, on the instance that took it. It remembers nothing that matters:
/// the sweep finds whatever is forgotten here.
@Component
class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /// What waits here beyond this many is left to the sweep.
    private static final int MOST = 1_000;

    private record Work(ProgramId program, RequestId request) {}

    private final MatchRounds rounds;
    private final Programs programs;
    private final boolean wanted;
    private final LinkedHashSet<Work> waiting = new LinkedHashSet<>();
    private @Nullable Thread thread;

    Worker(MatchRounds rounds, Programs programs, @Value("${holdfast.jobs:true}") boolean wanted) {
        this.rounds = rounds;
        this.programs = programs;
        this.wanted = wanted;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RequestWaiting event) {
        synchronized (waiting) {
            if (waiting.size() < MOST) {
                waiting.add(new Work(event.program(), event.request()));
                waiting.notifyAll();
            }
        }
    }

    private void work() {
        try {
            while (true) {
                look(next());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Work next() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty()) {
                waiting.wait();
            }
            return waiting.removeFirst();
        }
    }

    private void look(Work work) {
        try {
            Optional<Program> program = programs.byId(work.program());
            program.ifPresent(found -> ProgramContext.run(found, () -> rounds.look(work.request())));
        } catch (RuntimeException e) {
            LOG.warn(
                    "a look for a supporter failed and is left to the sweep: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("match-rounds").start(this::work);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
