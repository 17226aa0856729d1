package org.holdfast.requests.offers;

import org.holdfast.programs.Programs;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.Loads;
import org.holdfast.supporters.RosterChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// What others tell, and what is done about it.
@Component
class Hearing {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Requests requests;
    private final Loads loads;
    private final Programs programs;

    Hearing(Requests requests, Loads loads, Programs programs) {
        this.requests = requests;
        this.loads = loads;
        this.programs = programs;
    }

    /// In the transaction of the change: what waits is looked at by the next sweep.
    @EventListener
    void on(RosterChanged changed) {
        requests.tryAllAgain();
    }

    private void count(TookOn tookOn) {
        try {
            programs.byId(tookOn.program())
                    .ifPresent(program -> ProgramContext.run(program, () -> loads.tookOn(tookOn.supporter())));
        } catch (RuntimeException e) {
            LOG.warn("a pairing was not counted: {}", e.getClass().getSimpleName());
        }
    }

    /// After the commit and on a thread of its own: nobody waits for a count.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(TookOn tookOn) {
        Thread.ofVirtual().name("load").start(() -> count(tookOn));
    }
}
