package org.holdfast.requests.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads a request for whoever asked.
@Repository
class VisitStore {

    private static final Set<RequestState> LOOKING =
            EnumSet.of(RequestState.PARKED, RequestState.WAITING, RequestState.HELD);

    private final JdbcClient jdbc;
    private final Members members;
    private final Clock clock;

    VisitStore(JdbcClient jdbc, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    /// Empty where it was closed a moment ago.
    @Transactional(readOnly = true)
    public Optional<VisitView> find(RequestId request) {
        return jdbc.sql("""
                        select r.id, r.code, r.state, r.how_soon, r.ways, r.asked_at, r.memory, r.danger,
                            r.danger_marked, r.words_kept, r.nobody_left, r.unreachable, r.rung, r.seen,
                            r.unseen_since, r.check_in_on, r.warned_on, r.ended_on, r.close_at, r.follow_up_set,
                            p.id as pairing, p.number, p.supporter_id, p.opening, p.change_asked, p.contacted,
                            o.id as offer, o.state as offer_state, o.supporter_id as offered_to, o.yes_from
                        from requests.request r
                        left join requests.pairing p on p.request_id = r.id
                        left join requests.offer o on o.request_id = r.id and o.state in ('HELD', 'ACCEPTED')
                        where r.id = :id""")
                .param("id", request.value())
                .query((row, n) -> view(row))
                .optional();
    }

    @Transactional
    public void keepWords(RequestId request) {
        jdbc.sql("update requests.request set words_kept = true where id = :id and not words_kept")
                .param("id", request.value())
                .update();
    }

    private VisitView view(ResultSet row) throws SQLException {
        RequestState state = RequestState.valueOf(row.getString("state"));
        return new VisitView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                state,
                row.getString("how_soon"),
                List.of((String[]) row.getArray("ways").getArray()),
                instant(row, "asked_at").toString(),
                base64url(row.getBytes("memory")),
                row.getBoolean("danger"),
                row.getBoolean("danger_marked"),
                row.getBoolean("words_kept"),
                row.getBoolean("nobody_left"),
                row.getBoolean("unreachable"),
                row.getInt("rung"),
                row.getBoolean("seen") || !LOOKING.contains(state) ? 0 : hoursSince(instant(row, "unseen_since")),
                row.getObject("check_in_on", LocalDate.class),
                row.getObject("warned_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                text(row, "close_at"),
                row.getBoolean("follow_up_set"),
                held(row, state),
                paired(row));
    }

    private VisitView.@Nullable Held held(ResultSet row, RequestState state) throws SQLException {
        if (state != RequestState.HELD || !"HELD".equals(row.getString("offer_state"))) {
            return null;
        }
        UUID offer = row.getObject("offer", UUID.class);
        return members.nameCard(new MemberId(row.getObject("offered_to", UUID.class)))
                .map(card -> new VisitView.Held(
                        offer,
                        new VisitView.NameCard(
                                card.id().value(),
                                card.name(),
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(card.salt().bytes()))))
                .orElse(null);
    }

    private static VisitView.@Nullable Paired paired(ResultSet row) throws SQLException {
        UUID id = row.getObject("pairing", UUID.class);
        if (id == null) {
            return null;
        }
        String opening = base64url(row.getBytes("opening"));
        return new VisitView.Paired(
                id,
                row.getInt("number"),
                opening == null ? null : row.getObject("supporter_id", UUID.class),
                opening,
                row.getBoolean("change_asked"),
                row.getBoolean("contacted"),
                text(row, "yes_from"));
    }

    private long hoursSince(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toHours());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    private static @Nullable String base64url(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
