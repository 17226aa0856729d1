package org.holdfast.requests.offers;

import static org.holdfast.shared.database.Timestamps.at;
import static org.holdfast.shared.database.Timestamps.atOrNull;
import static org.holdfast.shared.database.Timestamps.read;
import static org.holdfast.shared.database.Timestamps.readOrNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.matching.Need;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.notices.RingId;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.shared.ProgramContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads and locks requests. Every change of a request, its offers or its pairing begins with [#lock].
@Repository
@Transactional
public class Requests {

    // language=sql
    private static final String REQUEST = """
            select r.*, array(select n.supporter_id from requests.not_proposed n where n.request_id = r.id) as left_out
            from requests.request r where r.id = :id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Request> find(RequestId id) {
        return jdbc.sql(REQUEST)
                .param("id", id.value())
                .query(Requests::request)
                .optional();
    }

    /// The request, locked to the end of the transaction; empty where it was closed or erased. The lock is taken before
    /// the row is read, so that what is read is what the one before left.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Request> lock(RequestId id) {
        return locked(id, "") ? find(id) : Optional.empty();
    }

    /// The same for sweeps: whatever somebody works on is left for the next round.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Request> lockIfFree(RequestId id) {
        return locked(id, " skip locked") ? find(id) : Optional.empty();
    }

    private boolean locked(RequestId id, String how) {
        return jdbc.sql("select true from requests.request where id = :id for no key update" + how)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /// Requests that somebody is to be looked for now.
    @Transactional(readOnly = true)
    public List<RequestId> due(int most) {
        return jdbc.sql("""
                        select id from requests.request
                        where try_at <= :now and state = 'WAITING' order by try_at limit :most""")
                .param("now", at(clock.instant()))
                .param("most", most)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    public void tryAt(RequestId id, @Nullable Instant time) {
        jdbc.sql("update requests.request set try_at = :time where id = :id")
                .param("time", atOrNull(time))
                .param("id", id.value())
                .update();
    }

    /// The search begins again for all that wait: somebody may be there who was not before. What is being worked on at
    /// this moment is passed over; it comes round by itself.
    void tryAllAgain() {
        jdbc.sql("""
                        update requests.request set try_at = :now where id in (
                            select id from requests.request where state = 'WAITING' and not unreachable
                            for no key update skip locked)""").param("now", at(clock.instant())).update();
    }

    void nobodyLeft(RequestId id, boolean nobody) {
        jdbc.sql("update requests.request set nobody_left = :nobody where id = :id")
                .param("nobody", nobody)
                .param("id", id.value())
                .update();
    }

    /// Notes who was told that a request waits; it only goes up.
    public void rung(RequestId id, int whom) {
        jdbc.sql("update requests.request set rung = greatest(rung, :whom) where id = :id")
                .param("whom", whom)
                .param("id", id.value())
                .update();
    }

    /// A parked request goes out; whoever released it has seen it.
    public void release(RequestId id, Instant now) {
        jdbc.sql("update requests.request set state = 'WAITING', seen = true, try_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    void state(RequestId id, RequestState state) {
        jdbc.sql("update requests.request set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    /// Somebody said or did something: silence is counted anew.
    public void spoken(RequestId id) {
        jdbc.sql("update requests.request set last_word_on = :today, warned_on = null where id = :id")
                .param("today", today())
                .param("id", id.value())
                .update();
    }

    /// The request is not put to this supporter any more; why, nobody can tell.
    public void leaveOut(RequestId id, MemberId supporter) {
        jdbc.sql("""
                        insert into requests.not_proposed (program, request_id, supporter_id)
                        values (:program, :id, :supporter) on conflict do nothing""")
                .param("program", ProgramContext.current().id().value())
                .param("id", id.value())
                .param("supporter", supporter.value())
                .update();
    }

    /// How many requests each supporter carries: open pairings, and a yes that is held.
    ///
    /// @param but this request does not count
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> openPairings(@Nullable RequestId but) {
        Map<MemberId, Integer> open = new HashMap<>();
        jdbc.sql("""
                        select supporter_id, count(*) as open from (
                            select p.supporter_id, p.request_id from requests.pairing p
                            join requests.request r on r.id = p.request_id where r.state in ('PAIRED', 'TALKING')
                            union all
                            select o.supporter_id, o.request_id from requests.offer o where o.state = 'HELD') carried
                        where request_id is distinct from cast(:but as uuid) group by supporter_id""").param("but", but == null ? null : but.value()).query(row -> {
            open.put(new MemberId(row.getObject("supporter_id", UUID.class)), row.getInt("open"));
        });
        return open;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
    }

    private static Request request(ResultSet row, int n) throws SQLException {
        UUID ring = row.getObject("ring_id", UUID.class);
        return new Request(
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getObject("channel", UUID.class),
                RequestState.valueOf(row.getString("state")),
                Door.valueOf(row.getString("door")),
                read(row, "asked_at"),
                need(row),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getBoolean("name_first"),
                row.getBoolean("danger"),
                row.getBoolean("danger_marked"),
                ring == null ? null : new RingId(ring),
                row.getBoolean("nobody_left"),
                row.getBoolean("unreachable"),
                row.getBoolean("seen"),
                row.getInt("rung"),
                readOrNull(row, "try_at"),
                row.getInt("pairings"),
                row.getObject("check_in_on", LocalDate.class),
                row.getObject("warned_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                readOrNull(row, "close_at"));
    }

    private static Need need(ResultSet row) throws SQLException {
        String from = row.getString("wish_department");
        return new Need(
                row.getObject("id", UUID.class),
                HowSoon.valueOf(row.getString("how_soon")),
                row.getString("profession"),
                row.getString("specialty"),
                set(row.getArray("sites"), UUID.class::cast),
                set(row.getArray("departments"), UUID.class::cast),
                set(row.getArray("topics"), String.class::cast),
                row.getString("language"),
                set(row.getArray("ways"), way -> Way.valueOf((String) way)),
                new Need.Wishes(
                        row.getString("wish_profession"),
                        row.getString("wish_gender"),
                        row.getString("wish_language"),
                        from == null ? null : FromDepartment.valueOf(from),
                        row.getObject("wish_site", UUID.class),
                        row.getObject("wish_organisation", UUID.class),
                        row.getObject("wish_supporter", UUID.class)),
                set(row.getArray("left_out"), UUID.class::cast));
    }

    private static <T> Set<T> set(Array array, Function<Object, T> each) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(each).collect(Collectors.toUnmodifiableSet());
    }
}
