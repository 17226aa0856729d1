package org.holdfast.requests.pairings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.encounters.Encounters;
import org.holdfast.encounters.Tally;
import org.holdfast.encounters.Tally.Channel;
import org.holdfast.encounters.Tally.Contacts;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.encounters.Tally.Minutes;
import org.holdfast.encounters.Tally.Outcome;
import org.holdfast.programs.Member;
import org.holdfast.programs.Places;
import org.holdfast.programs.Places.Profession;
import org.holdfast.programs.Topic;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a supporter leaves of a talk, in codes, until closing puts it into the box.
@Component
public class Tallies {

    private final JdbcClient jdbc;
    private final PairingStore store;
    private final Requests requests;
    private final Encounters encounters;
    private final Places places;

    Tallies(JdbcClient jdbc, PairingStore store, Requests requests, Encounters encounters, Places places) {
        this.jdbc = jdbc;
        this.store = store;
        this.requests = requests;
        this.encounters = encounters;
        this.places = places;
    }

    public enum Answer {
        DONE,
        /// A profession or topic that there is not.
        REFUSED,
        GONE
    }

    /// Leaves a tally; a later one takes its place. The door is the request's, whatever is given here.
    @Transactional
    public Answer leave(Member supporter, PairingId pairing, Tally tally) {
        if (!fits(tally)) {
            return Answer.REFUSED;
        }
        Optional<Request> request = store.find(pairing, supporter.id()).flatMap(row -> requests.lock(row.request()));
        if (request.isEmpty() || store.find(pairing, supporter.id()).isEmpty()) {
            return Answer.GONE;
        }
        jdbc.sql("""
                        insert into requests.tally
                            (program, request_id, profession, topic, channel, minutes, contacts, outcome)
                        values (:program, :id, :profession, :topic, :channel, :minutes, :contacts, :outcome)
                        on conflict (request_id) do update
                        set profession = excluded.profession, topic = excluded.topic, channel = excluded.channel,
                            minutes = excluded.minutes, contacts = excluded.contacts, outcome = excluded.outcome""")
                .param("program", ProgramContext.current().id().value())
                .param("id", request.get().id().value())
                .param("profession", tally.profession())
                .param("topic", tally.topic())
                .param("channel", tally.channel().name())
                .param("minutes", tally.minutes().name())
                .param("contacts", tally.contacts().name())
                .param("outcome", tally.outcome().name())
                .update();
        return Answer.DONE;
    }

    Optional<Tally> of(RequestId request, Door door) {
        return jdbc.sql("select * from requests.tally where request_id = :id")
                .param("id", request.value())
                .query((row, n) -> tally(row, door))
                .optional();
    }

    /// The pairing breaks: what was left of it is counted now, if there was contact; the next supporter leaves their
    /// own.
    @Transactional(propagation = Propagation.MANDATORY)
    void countLeft(Request request, boolean contacted) {
        of(request.id(), request.door()).ifPresent(tally -> {
            if (contacted) {
                encounters.drop(tally, true, true);
            }
            jdbc.sql("delete from requests.tally where request_id = :id")
                    .param("id", request.id().value())
                    .update();
        });
    }

    private boolean fits(Tally tally) {
        Set<String> families =
                places.professions().stream().map(Profession::family).collect(Collectors.toSet());
        boolean profession = tally.profession().equals(Tally.UNKNOWN) || families.contains(tally.profession());
        boolean topic = tally.topic().equals(Tally.UNKNOWN)
                || Arrays.stream(Topic.values()).map(Topic::name).anyMatch(tally.topic()::equals);
        return profession && topic;
    }

    private static Tally tally(ResultSet row, Door door) throws SQLException {
        return new Tally(
                door,
                row.getString("profession"),
                row.getString("topic"),
                Channel.valueOf(row.getString("channel")),
                Minutes.valueOf(row.getString("minutes")),
                Contacts.valueOf(row.getString("contacts")),
                Outcome.valueOf(row.getString("outcome")));
    }
}
