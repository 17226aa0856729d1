package org.holdfast.supporters;

import java.time.Clock;
import java.time.LocalDate;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.ProgramContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who joins and leaves the supporters of the program at hand.
@Component
public class Supporters {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final RosterNews news;

    Supporters(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, RosterNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.news = news;
    }

    /// Locks a supporter's row to the end of the transaction, so that what they take on is counted once. Whoever locks
    /// a supporter and a request locks the supporter first.
    ///
    /// @return whether they are a supporter now
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(MemberId supporter) {
        return jdbc.sql("""
                        select id from supporters.supporter where id = :id and state = 'APPROVED'
                        for no key update""")
                .param("id", supporter.value())
                .query((row, n) -> true)
                .optional()
                .isPresent();
    }

    /// The director's adding them is the approval. Whoever comes back finds their profile as it was.
    @Transactional
    public void join(MemberId supporter) {
        var program = ProgramContext.current();
        jdbc.sql("""
                        insert into supporters.supporter as old (program, id, state, joined_on)
                        values (:program, :id, 'APPROVED', :today)
                        on conflict (id) do update
                        set state = 'APPROVED', joined_on = excluded.joined_on where old.state <> 'APPROVED'""")
                .param("program", program.id().value())
                .param("id", supporter.value())
                .param("today", LocalDate.ofInstant(clock.instant(), program.zone()))
                .update();
        news.tell();
    }

    /// In one transaction: no offer, no pairing stays with them.
    @Transactional
    public void leave(MemberId supporter) {
        int found = jdbc.sql("""
                        update supporters.supporter set state = 'LEFT', on_call_until = null, published = false
                        where id = :id and state <> 'LEFT'""").param("id", supporter.value()).update();
        if (found == 1) {
            events.publishEvent(new SupporterLeft(supporter));
        }
    }
}
