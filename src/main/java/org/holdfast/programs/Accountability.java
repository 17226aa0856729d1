package org.holdfast.programs;

import java.time.Clock;
import java.time.LocalDate;
import org.holdfast.accounts.AccountId;
import org.holdfast.shared.Ids;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The accountability log: actor, kind of act, day; no request, ever. The serving user can add to it, not change it.
@Repository
public class Accountability {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accountability(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Notes an act in the transaction that does it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(AccountId actor, Act act) {
        var program = ProgramContext.current();
        jdbc.sql("""
                        insert into programs.accountability (program, id, actor, act, day)
                        values (:program, :id, :actor, :act, :day)""")
                .param("program", program.id().value())
                .param("id", Ids.random())
                .param("actor", actor.value())
                .param("act", act.name())
                .param("day", LocalDate.ofInstant(clock.instant(), program.zone()))
                .update();
    }
}
