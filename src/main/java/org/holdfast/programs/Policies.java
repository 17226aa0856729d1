package org.holdfast.programs;

import java.time.Clock;
import java.time.LocalDate;
import org.holdfast.accounts.AccountId;
import org.holdfast.shared.ProgramContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The policy of the program at hand, by number; the newest is in force.
@Repository
public class Policies {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Policies(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Policy current() {
        return jdbc.sql("select body from programs.policy order by number desc limit 1")
                .query((row, n) -> json.readValue(row.getString("body"), Policy.class))
                .optional()
                .orElseGet(Policy::starter);
    }

    /// Puts a policy in force under the next number.
    @Transactional
    public void change(Policy policy, @Nullable AccountId by) {
        var program = ProgramContext.current();
        jdbc.sql("""
                        insert into programs.policy (program, number, body, made_by, made_on)
                        select :program, coalesce(max(number), 0) + 1, cast(:body as jsonb), :by, :day
                        from programs.policy""")
                .param("program", program.id().value())
                .param("body", json.writeValueAsString(policy))
                .param("by", by == null ? null : by.value())
                .param("day", LocalDate.ofInstant(clock.instant(), program.zone()))
                .update();
    }
}
