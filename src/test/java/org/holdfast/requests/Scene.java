package org.holdfast.requests;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.TestClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts a request into a later state, for tests of what comes after. How it gets there is tested where that is done.
@Component
public class Scene {

    private final JdbcClient jdbc;
    private final TestClock clock;

    Scene(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The supporter said yes, opened the conversation, and marked first contact.
    public PairingId talking(Cast.World world, RequestId request, String supporter) {
        PairingId pairing = paired(world, request, supporter);
        world.sql(
                """
                update requests.pairing set opening = :opening, copy = :copy, opened_at = :now, contacted = true
                where id = :id""",
                Map.of(
                        "id", pairing.value(),
                        "opening", Cast.envelope(3, 1, 566),
                        "copy", Cast.envelope(2, 1, 4662),
                        "now", now()));
        world.sql("update requests.request set state = 'TALKING' where id = :id", Map.of("id", request.value()));
        return pairing;
    }

    /// The supporter said yes.
    public PairingId paired(Cast.World world, RequestId request, String supporter) {
        UUID id = UUID.randomUUID();
        world.sql(
                """
                insert into requests.pairing
                    (program, id, request_id, supporter_id, number, accepted_at, first_contact_due)
                values (:program, :id, :request, :supporter, 1, :now, :now)""",
                Map.of(
                        "id", id,
                        "request", request.value(),
                        "supporter", world.member(supporter).id().value(),
                        "now", now()));
        world.sql(
                "update requests.request set state = 'PAIRED', try_at = null, pairings = 1, seen = true where id = :id",
                Map.of("id", request.value()));
        return new PairingId(id);
    }

    /// The supporter said yes, and whoever asked sees the name first.
    public OfferId held(Cast.World world, RequestId request, String supporter) {
        UUID id = UUID.randomUUID();
        world.sql(
                """
                insert into requests.offer (program, id, request_id, supporter_id, state, due_at)
                values (:program, :id, :request, :supporter, 'HELD', :now)""",
                Map.of(
                        "id", id,
                        "request", request.value(),
                        "supporter", world.member(supporter).id().value(),
                        "now", now()));
        world.sql(
                "update requests.request set state = 'HELD', try_at = null where id = :id",
                Map.of("id", request.value()));
        return new OfferId(id);
    }

    public int count(Cast.World world, String fromWhere, Map<String, ?> parameters) {
        return world.in(() -> jdbc.sql("select count(*) from " + fromWhere)
                .params(parameters)
                .query(Integer.class)
                .single());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
