package org.holdfast.supporters;

import java.time.Clock;
import java.time.LocalDate;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts the pairings a supporter takes on, by the month.
@Component
public class Loads {

    /// Months kept, the current one included: a little more than fair sharing looks at.
    private static final int KEPT = 13;

    private final JdbcClient jdbc;
    private final Clock clock;

    Loads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void tookOn(MemberId supporter) {
        var program = ProgramContext.current();
        LocalDate month = LocalDate.ofInstant(clock.instant(), program.zone()).withDayOfMonth(1);
        jdbc.sql("""
                        insert into supporters.monthly_load as load (program, supporter_id, month, pairings)
                        values (:program, :id, :month, 1)
                        on conflict (supporter_id, month) do update set pairings = load.pairings + 1""")
                .param("program", program.id().value())
                .param("id", supporter.value())
                .param("month", month)
                .update();
        jdbc.sql("delete from supporters.monthly_load where supporter_id = :id and month < :oldest")
                .param("id", supporter.value())
                .param("oldest", month.minusMonths(KEPT - 1))
                .update();
    }
}
