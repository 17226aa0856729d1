package org.holdfast.encounters;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.holdfast.programs.Programs;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Empties the box into the month, once a week or as soon as ten tallies wait. Profession and topic are counted apart,
/// in an order of chance, so that no two counters can be led back to one talk.
@Component
class Folding {

    /// So many tallies hide one another.
    private static final int ENOUGH = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    Folding(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void foldFullBox() {
        int waiting = jdbc.sql("select count(*) from encounters.box")
                .query(Integer.class)
                .single();
        if (waiting >= ENOUGH) {
            fold();
        }
    }

    @Transactional
    public void fold() {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
        jdbc.sql("""
                        with taken as (delete from encounters.box returning *),
                        by_profession as (
                            insert into encounters.monthly_profession as sum
                                (program, month, formal, door, profession, outcome, confirmed, encounters)
                            select program, :month, formal, door, profession, outcome, confirmed, count(*)
                            from taken group by program, formal, door, profession, outcome, confirmed
                            order by random()
                            on conflict (program, month, formal, door, profession, outcome, confirmed)
                            do update set encounters = sum.encounters + excluded.encounters),
                        by_topic as (
                            insert into encounters.monthly_topic as sum
                                (program, month, formal, topic, channel, minutes, contacts, encounters)
                            select program, :month, formal, topic, channel, minutes, contacts, count(*)
                            from taken group by program, formal, topic, channel, minutes, contacts
                            order by random()
                            on conflict (program, month, formal, topic, channel, minutes, contacts)
                            do update set encounters = sum.encounters + excluded.encounters)
                        select count(*) from taken""")
                .param("month", today.withDayOfMonth(1))
                .query(Integer.class)
                .single();
    }

    @Configuration
    static class Rounds {

        @Bean
        RecurringJob foldWeekly(Programs programs, Folding folding) {
            return RecurringJob.inEachProgram("encounters-week", Duration.ofDays(7), programs::all, folding::fold);
        }

        @Bean
        RecurringJob foldFull(Programs programs, Folding folding) {
            return RecurringJob.inEachProgram(
                    "encounters-full", Duration.ofHours(1), programs::all, folding::foldFullBox);
        }
    }
}
