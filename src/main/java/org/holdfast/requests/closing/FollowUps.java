package org.holdfast.requests.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.notices.Notices;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One neutral notice on a later date, for whoever wants to be asked once more. It outlives the request, so nothing
/// leads from one to the other: the request knows only that a follow-up was asked for.
@Service
class FollowUps {

    static final Set<Integer> WEEKS = Set.of(2, 4, 12);

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Clock clock;

    FollowUps(JdbcClient jdbc, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.clock = clock;
    }

    /// Once for each request, while it is ended. A repeat changes nothing.
    @Transactional
    public Endings.Outcome ask(RequestId request, String address, int weeks) {
        record Row(boolean set, String language) {}
        var row = jdbc.sql("""
                        select follow_up_set, language from requests.request
                        where id = :id and state = 'ENDED' for update""")
                .param("id", request.value())
                .query((r, n) -> new Row(r.getBoolean("follow_up_set"), r.getString("language")))
                .optional();
        if (row.isEmpty()) {
            return Endings.Outcome.NOT_NOW;
        }
        if (!row.get().set()) {
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(), ProgramContext.current().zone());
            notices.followUp(notices.keepAddress(address, row.get().language()), today.plusWeeks(weeks));
            jdbc.sql("update requests.request set follow_up_set = true where id = :id")
                    .param("id", request.value())
                    .update();
        }
        return Endings.Outcome.DONE;
    }
}
