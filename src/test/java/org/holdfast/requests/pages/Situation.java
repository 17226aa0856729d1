package org.holdfast.requests.pages;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.programs.Member;

/// Requests as pages find them, put straight into the tables of a world.
record Situation(Cast.World world, Clock clock) {

    UUID waiting() {
        return request("WAITING");
    }

    UUID offeredTo(Member supporter) {
        UUID request = waiting();
        UUID offer = UUID.randomUUID();
        world.sql(
                """
                insert into requests.offer (program, id, request_id, supporter_id, state, due_at)
                values (:program, :offer, :request, :supporter, 'OPEN', :due)""",
                Map.of(
                        "offer",
                        offer,
                        "request",
                        request,
                        "supporter",
                        supporter.id().value(),
                        "due",
                        in(20)));
        return offer;
    }

    UUID talkOf(Member supporter) {
        return pairing(request("PAIRED"), supporter);
    }

    UUID endedTalkOf(Member supporter) {
        UUID request = request("WAITING");
        UUID pairing = pairing(request, supporter);
        world.sql("""
                update requests.request set state = 'ENDED', ended_on = :day, close_at = :due
                where id = :request and program = :program""", Map.of("request", request, "day", now().toLocalDate(), "due", in(7 * 24 * 60)));
        return pairing;
    }

    private UUID pairing(UUID request, Member supporter) {
        UUID pairing = UUID.randomUUID();
        world.sql(
                """
                insert into requests.pairing
                    (program, id, request_id, supporter_id, number, accepted_at, first_contact_due)
                values (:program, :pairing, :request, :supporter, 1, :now, :due)""",
                Map.of(
                        "pairing", pairing,
                        "request", request,
                        "supporter", supporter.id().value(),
                        "now", now(),
                        "due", in(24 * 60)));
        return pairing;
    }

    UUID request(String state) {
        UUID request = UUID.randomUUID();
        world.sql(
                """
                insert into requests.request
                    (program, id, code, channel, state, door, asked_at, how_soon, ways, language, unseen_since,
                     last_word_on)
                values (:program, :id, :code, :channel, :state, 'SELF', :now, 'TODAY', '{CALL,HERE}', 'en', :now, :day)""",
                Map.of(
                        "id", request,
                        "code",
                                request.toString()
                                        .replace("-", "")
                                        .substring(0, 5)
                                        .toUpperCase(java.util.Locale.ROOT),
                        "channel", UUID.randomUUID(),
                        "state", state,
                        "now", now(),
                        "day", now().toLocalDate()));
        return request;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime in(int minutes) {
        return now().plusMinutes(minutes);
    }
}
