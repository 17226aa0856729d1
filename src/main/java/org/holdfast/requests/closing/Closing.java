package org.holdfast.requests.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.encounters.Encounters;
import org.holdfast.encounters.Tally;
import org.holdfast.encounters.Tally.Channel;
import org.holdfast.encounters.Tally.Contacts;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.encounters.Tally.Minutes;
import org.holdfast.encounters.Tally.Outcome;
import org.holdfast.matching.Need.Way;
import org.holdfast.notices.Notices;
import org.holdfast.notices.RingId;
import org.holdfast.programs.Places;
import org.holdfast.programs.keys.Keys;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closing: one transaction puts the tally into the box, drops the address, and deletes the request with all that
/// belongs to it.
@Service
public class Closing {

    private final JdbcClient jdbc;
    private final Encounters encounters;
    private final Notices notices;
    private final Places places;
    private final Keys keys;
    private final ErasureFile erasures;
    private final Watchers watchers;
    private final Live live;
    private final Clock clock;

    Closing(
            JdbcClient jdbc,
            Encounters encounters,
            Notices notices,
            Places places,
            Keys keys,
            ErasureFile erasures,
            Watchers watchers,
            Live live,
            Clock clock) {
        this.jdbc = jdbc;
        this.encounters = encounters;
        this.notices = notices;
        this.places = places;
        this.keys = keys;
        this.erasures = erasures;
        this.watchers = watchers;
        this.live = live;
        this.clock = clock;
    }

    /// @param left whether the supporter left the tally; else it is prefilled
    private record Last(UUID channel, @Nullable RingId ring, Tally tally, boolean left) {}

    /// Closes and erases. The line in the erasure file comes before the commit: whatever is gone from here is in it.
    ///
    /// @return false where there is no such request any more
    @Transactional
    public boolean close(RequestId request) {
        Optional<Last> last = read(request);
        if (last.isEmpty()) {
            return false;
        }
        Last now = last.get();
        watchers.ofOffers(request).forEach(live::tell);
        watchers.ofPairing(request).ifPresent(live::tell);
        encounters.drop(now.tally(), true, now.left());
        jdbc.sql("delete from requests.request where id = :id")
                .param("id", request.value())
                .update();
        RingId ring = now.ring();
        if (ring != null) {
            notices.forget(ring);
        }
        keys.forgetUnused();
        live.tell(now.channel());
        erasures.append(
                request,
                LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone()));
        return true;
    }

    private Optional<Last> read(RequestId request) {
        Set<Places.Profession> professions = Set.copyOf(places.professions());
        return jdbc.sql("""
                        select r.channel, r.ring_id, r.door, r.profession, r.topics, r.ways,
                            p.id is not null as paired, coalesce(p.contacted, false) as contacted,
                            t.request_id is not null as left_one, t.profession as tally_profession, t.topic,
                            t.channel as talk_channel, t.minutes, t.contacts, t.outcome
                        from requests.request r
                        left join requests.pairing p on p.request_id = r.id
                        left join requests.tally t on t.request_id = r.id
                        where r.id = :id for update of r""")
                .param("id", request.value())
                .query((row, n) -> last(row, professions))
                .optional();
    }

    private static Last last(ResultSet row, Set<Places.Profession> professions) throws SQLException {
        boolean left = row.getBoolean("left_one");
        UUID ring = row.getObject("ring_id", UUID.class);
        return new Last(
                row.getObject("channel", UUID.class),
                ring == null ? null : new RingId(ring),
                left ? left(row) : prefilled(row, professions),
                left);
    }

    private static Tally left(ResultSet row) throws SQLException {
        return new Tally(
                Door.valueOf(row.getString("door")),
                row.getString("tally_profession"),
                row.getString("topic"),
                Channel.valueOf(row.getString("talk_channel")),
                Minutes.valueOf(row.getString("minutes")),
                Contacts.valueOf(row.getString("contacts")),
                Outcome.valueOf(row.getString("outcome")));
    }

    private static Tally prefilled(ResultSet row, Set<Places.Profession> professions) throws SQLException {
        String code = row.getString("profession");
        String family = professions.stream()
                .filter(profession -> profession.code().equals(code))
                .map(Places.Profession::family)
                .findFirst()
                .orElse(null);
        Set<Way> ways = strings(row, "ways").stream().map(Way::valueOf).collect(Collectors.toSet());
        return Prefilled.tally(
                Door.valueOf(row.getString("door")),
                family,
                strings(row, "topics"),
                ways,
                row.getBoolean("paired"),
                row.getBoolean("contacted"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
