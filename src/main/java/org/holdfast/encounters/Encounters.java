package org.holdfast.encounters;

import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes tallies into the box. There they wait without id, person, request or time until [Folding] counts them.
@Component
public class Encounters {

    private final JdbcClient jdbc;

    Encounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Drops a tally into the box, in the transaction at hand.
    ///
    /// @param formal whether a request led to it; false for a talk in the corridor
    /// @param confirmed false for codes that nobody looked at
    @Transactional
    public void drop(Tally tally, boolean formal, boolean confirmed) {
        jdbc.sql("""
                        insert into encounters.box
                            (program, formal, door, profession, topic, channel, minutes, contacts, outcome, confirmed)
                        values (:program, :formal, :door, :profession, :topic, :channel, :minutes, :contacts, :outcome,
                            :confirmed)""")
                .param("program", ProgramContext.current().id().value())
                .param("formal", formal)
                .param("door", tally.door().name())
                .param("profession", tally.profession())
                .param("topic", tally.topic())
                .param("channel", tally.channel().name())
                .param("minutes", tally.minutes().name())
                .param("contacts", tally.contacts().name())
                .param("outcome", tally.outcome().name())
                .param("confirmed", confirmed)
                .update();
    }
}
