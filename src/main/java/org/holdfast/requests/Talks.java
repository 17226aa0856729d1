package org.holdfast.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.notices.Notices;
import org.holdfast.notices.RingId;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What conversations know of requests: who may speak in a pairing, and that somebody did.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Talks {

    private static final String TALK = """
            select p.request_id, p.id, p.number, p.supporter_id, r.channel,
                r.state = 'TALKING' and p.opening is not null as open
            from requests.request r join requests.pairing p on p.request_id = r.id
            where p.id = :pairing %s for no key update of r, p""";

    private final JdbcClient jdbc;
    private final Members members;
    private final Notices notices;
    private final Live live;
    private final Clock clock;

    Talks(JdbcClient jdbc, Members members, Notices notices, Live live, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.notices = notices;
        this.live = live;
        this.clock = clock;
    }

    /// The pairing of whoever asked; locked, the request first, so that messages come one after the other.
    public Optional<Talk> of(Visitor visitor, PairingId pairing) {
        return jdbc.sql(TALK.formatted("and p.request_id = :owner"))
                .param("pairing", pairing.value())
                .param("owner", visitor.request().value())
                .query(Talks::talk)
                .optional();
    }

    /// The present pairing of whoever asked.
    public Optional<Talk> of(Visitor visitor) {
        return jdbc.sql("select id from requests.pairing where request_id = :request")
                .param("request", visitor.request().value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> of(visitor, new PairingId(id)));
    }

    /// The pairing of the supporter who said yes; locked.
    public Optional<Talk> of(MemberId supporter, PairingId pairing) {
        return jdbc.sql(TALK.formatted("and p.supporter_id = :owner"))
                .param("pairing", pairing.value())
                .param("owner", supporter.value())
                .query(Talks::talk)
                .optional();
    }

    /// Whoever asked has written: the clock of silence begins anew, and the supporter is rung, once until they look.
    public void seekerSpoke(Talk talk) {
        spoke(talk);
        boolean first = jdbc.sql("""
                        update requests.pairing set unread_supporter = true
                        where id = :id and not unread_supporter""").param("id", talk.pairing().value()).update() > 0;
        members.find(talk.supporter()).ifPresent(supporter -> {
            live.tell(supporter.channel());
            if (first) {
                notices.toMember(supporter.account());
            }
        });
    }

    /// The supporter has written: whoever asked is rung, once until they look, if they left a way to be reached.
    public void supporterSpoke(Talk talk) {
        spoke(talk);
        boolean first = jdbc.sql("""
                        update requests.pairing set unread_seeker = true
                        where id = :id and not unread_seeker""").param("id", talk.pairing().value()).update() > 0;
        if (first) {
            jdbc.sql("select ring_id from requests.request where id = :id and ring_id is not null")
                    .param("id", talk.request().value())
                    .query(UUID.class)
                    .optional()
                    .map(RingId::new)
                    .ifPresent(notices::ring);
        }
        members.find(talk.supporter()).ifPresent(supporter -> live.tell(supporter.channel()));
    }

    public void seekerLooked(Talk talk) {
        jdbc.sql("update requests.pairing set unread_seeker = false where id = :id and unread_seeker")
                .param("id", talk.pairing().value())
                .update();
    }

    public void supporterLooked(Talk talk) {
        jdbc.sql("update requests.pairing set unread_supporter = false where id = :id and unread_supporter")
                .param("id", talk.pairing().value())
                .update();
    }

    private void spoke(Talk talk) {
        jdbc.sql("update requests.request set last_word_on = :today, warned_on = null where id = :id")
                .param("id", talk.request().value())
                .param(
                        "today",
                        LocalDate.ofInstant(
                                clock.instant(), ProgramContext.current().zone()))
                .update();
        live.tell(talk.channel());
    }

    private static Talk talk(ResultSet row, int n) throws SQLException {
        return new Talk(
                new RequestId(row.getObject("request_id", UUID.class)),
                new PairingId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getBoolean("open"),
                row.getObject("channel", UUID.class),
                new MemberId(row.getObject("supporter_id", UUID.class)));
    }
}
