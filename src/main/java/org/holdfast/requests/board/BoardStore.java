package org.holdfast.requests.board;

import static org.holdfast.shared.database.Timestamps.at;
import static org.holdfast.shared.database.Timestamps.read;
import static org.holdfast.shared.database.Timestamps.readOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.board.BoardList.Filter;
import org.holdfast.requests.board.BoardRow.Mark;
import org.holdfast.shared.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The board's questions: codes, ages, clocks and states.
@Repository
@Transactional
class BoardStore {

    /// What waits for somebody of the program.
    private static final String LOOK = """
            (b.state = 'PARKED'
             or (b.state <> 'ENDED' and (b.danger or b.danger_marked))
             or (b.state in ('WAITING', 'HELD')
                 and (b.unreachable or b.nobody_left or b.rung > 0))
             or (b.state in ('PAIRED', 'TALKING')
                 and (b.change_asked or (not b.contacted and b.first_contact_due <= :now))))""";

    // language=sql
    private static final String BOARD = """
            with b as (
                select r.id, r.code, r.state, r.asked_at, r.danger, r.danger_marked, r.unreachable, r.nobody_left,
                       r.seen, r.rung, r.close_at, r.try_at,
                       coalesce(p.change_asked, false) as change_asked, coalesce(p.contacted, false) as contacted,
                       p.first_contact_due,
                       (select min(o.due_at) from requests.offer o
                        where o.request_id = r.id and o.state <> 'ACCEPTED') as answer_due
                from requests.request r left join requests.pairing p on p.request_id = r.id)
            select b.*, count(*) over () as matching from b where %s %s
            order by b.asked_at desc, b.id limit :most""";

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One row more than a page holds, so that it is known whether there is another.
    List<BoardRow> page(Filter filter, @Nullable Instant before, @Nullable UUID after, Instant now) {
        String from = before == null ? "" : "and (b.asked_at < :before or (b.asked_at = :before and b.id > :after))";
        var query = jdbc.sql(BOARD.formatted(where(filter), from))
                .param("now", at(now))
                .param("most", Limit.LIST_PAGE.number() + 1);
        if (before != null) {
            query = query.param("before", at(before)).param("after", after);
        }
        return query.query((row, n) -> row(row, now)).list();
    }

    int matching(Filter filter, Instant now) {
        return jdbc.sql(BOARD.formatted(where(filter), ""))
                .param("now", at(now))
                .param("most", 1)
                .query((row, n) -> row.getInt("matching"))
                .optional()
                .orElse(0);
    }

    Optional<BoardRow> find(RequestId id, Instant now) {
        return jdbc.sql(BOARD.formatted("b.id = :id", ""))
                .param("id", id.value())
                .param("most", 1)
                .query((row, n) -> row(row, now))
                .optional();
    }

    /// Somebody of the program has looked: the clock of what waits unseen stands still.
    void seen(Collection<RequestId> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update requests.request set seen = true
                            where id in (select id from requests.request where id in (:ids) and not seen
                                         for no key update skip locked)""")
                    .param("ids", ids.stream().map(RequestId::value).toList())
                    .update();
        }
    }

    /// The same for one request, locked by whoever calls.
    void markSeen(RequestId id) {
        jdbc.sql("update requests.request set seen = true where id = :id")
                .param("id", id.value())
                .update();
    }

    HomeView.Waiting waiting() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'PARKED') as parked,
                               count(*) filter (where state in ('WAITING', 'HELD')) as waiting,
                               count(*) filter (where state = 'WAITING' and nobody_left) as nobody_left,
                               count(*) filter (where state in ('PARKED', 'WAITING', 'HELD') and not seen) as unseen
                        from requests.request""")
                .query((row, n) -> new HomeView.Waiting(
                        row.getInt("parked"), row.getInt("waiting"), row.getInt("nobody_left"), row.getInt("unseen")))
                .single();
    }

    private static String where(Filter filter) {
        return switch (filter) {
            case LOOK -> LOOK;
            case WAITING -> "b.state in ('PARKED', 'WAITING', 'HELD')";
            case TALKING -> "b.state in ('PAIRED', 'TALKING')";
            case ENDED -> "b.state = 'ENDED'";
            case ALL -> "true";
        };
    }

    private static BoardRow row(ResultSet row, Instant now) throws SQLException {
        RequestState state = RequestState.valueOf(row.getString("state"));
        boolean waits = state == RequestState.PARKED || state == RequestState.WAITING || state == RequestState.HELD;
        return new BoardRow(
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("code"),
                state,
                read(row, "asked_at"),
                clock(row, state),
                mark(row, state, now),
                waits && !row.getBoolean("seen"));
    }

    private static @Nullable Instant clock(ResultSet row, RequestState state) throws SQLException {
        return switch (state) {
            case PARKED -> null;
            case WAITING ->
                row.getObject("answer_due") == null ? readOrNull(row, "try_at") : readOrNull(row, "answer_due");
            case HELD -> readOrNull(row, "answer_due");
            case PAIRED, TALKING -> row.getBoolean("contacted") ? null : readOrNull(row, "first_contact_due");
            case ENDED -> readOrNull(row, "close_at");
        };
    }

    private static Mark mark(ResultSet row, RequestState state, Instant now) throws SQLException {
        if (state == RequestState.ENDED) {
            return Mark.NONE;
        }
        if (row.getBoolean("danger") || row.getBoolean("danger_marked")) {
            return Mark.DANGER;
        }
        Instant due = readOrNull(row, "first_contact_due");
        return switch (state) {
            case PARKED -> Mark.PARKED;
            case WAITING, HELD ->
                row.getBoolean("unreachable")
                        ? Mark.UNREACHABLE
                        : row.getBoolean("nobody_left") ? Mark.NOBODY_LEFT : Mark.NONE;
            case PAIRED, TALKING ->
                row.getBoolean("change_asked")
                        ? Mark.CHANGE_ASKED
                        : due != null && !row.getBoolean("contacted") && !now.isBefore(due) ? Mark.LATE : Mark.NONE;
            case ENDED -> Mark.NONE;
        };
    }
}
