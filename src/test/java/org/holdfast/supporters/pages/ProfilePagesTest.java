package org.holdfast.supporters.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.TestClock;
import org.holdfast.supporters.Hours;
import org.holdfast.supporters.Presence;
import org.holdfast.supporters.Profiles;
import org.holdfast.supporters.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@HoldfastTest
class ProfilePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Profiles profiles;

    @Autowired
    Hours hours;

    @Autowired
    Presence presence;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    private Cast.World world;
    private SignedInClient ben;
    private String at;

    @BeforeEach
    void benIsThere() {
        world = cast.world();
        ben = SignedInClient.as(world.member("Ben"), sessions, port);
        at = "/staff/" + world.slug() + "/profile";
    }

    @Test
    void benTellsOfHimself() {
        HttpResponse<String> answer = ben.post(
                at,
                Map.of("about", "1", "profession", "md", "specialty", "Surgery", "languages", "es", "topics", "SLEEP"));

        assertThat(answer.statusCode()).isEqualTo(303);
        var profile = world.in(() -> profiles.of(world.member("Ben").id()).orElseThrow());
        assertThat(profile.profession()).isEqualTo("md");
        assertThat(profile.languages()).containsExactly("es");
        assertThat(profile.topics()).containsExactly("SLEEP");
        assertThat(profile.gender()).isNull();
        assertThat(ben.get(at).body()).contains("value=\"md\" selected").contains("value=\"SLEEP\" checked");
    }

    @Test
    void whatIsRefusedComesBackAsItWasTyped() {
        HttpResponse<String> answer =
                ben.post(at, Map.of("about", "1", "profession", "wizard", "specialty", "x".repeat(81)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("x".repeat(81))
                .contains("href=\"#f-profession\"")
                .contains("Please choose at least one language.");
    }

    @Test
    void hoursTakeThePlaceOfThoseBefore() {
        HttpResponse<String> answer =
                ben.post(at + "/hours", Map.of("hoursDay", "2", "hoursFrom", "18:00", "hoursTo", "00:00"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(world.in(() -> hours.of(world.member("Ben").id())))
                .containsExactly(new Span(DayOfWeek.TUESDAY, LocalTime.of(18, 0), LocalTime.MIDNIGHT));
    }

    @Test
    void halfAnHourRowIsRefusedAndChangesNothing() {
        int before = world.in(() -> hours.of(world.member("Ben").id())).size();
        HttpResponse<String> answer =
                ben.post(at + "/hours", Map.of("hoursDay", "2", "hoursFrom", "18:15", "hoursTo", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"18:15\"").contains("Please give both times");
        assertThat(world.in(() -> hours.of(world.member("Ben").id()))).hasSize(before);
    }

    @Test
    void benIsAwayAndThenIsNot() {
        String day = clock.instant().toString().substring(0, 4) + "-12-31";
        assertThat(ben.post(at + "/absences", Map.of("from", day, "to", day)).statusCode())
                .isEqualTo(303);
        var absence = world.in(() -> hours.absences(world.member("Ben").id())).getFirst();

        var bea = SignedInClient.as(world.member("Bea"), sessions, port);
        bea.post(at + "/absences/" + absence.id() + "/removal", Map.of());
        assertThat(world.in(() -> hours.absences(world.member("Ben").id()))).hasSize(1);

        ben.post(at + "/absences/" + absence.id() + "/removal", Map.of());
        assertThat(world.in(() -> hours.absences(world.member("Ben").id()))).isEmpty();
    }

    @Test
    void aPauseFromTheFirstPageLeadsBackThere() {
        HttpResponse<String> answer = ben.post(at + "/pause", Map.of("paused", "true", "back", "home"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/staff/" + world.slug() + "?said=paused");
        assertThat(world.in(() ->
                        presence.of(world.member("Ben").id()).orElseThrow().paused()))
                .isTrue();
        assertThat(ben.get("/staff/" + world.slug()).body()).contains("Go on again");
    }

    @Test
    void howManyAtOnceIsANumberWithinReason() {
        assertThat(ben.post(at + "/capacity", Map.of("capacity", "many")).body())
                .contains("value=\"many\"")
                .contains("Please give a number from 0 to 20.");
        assertThat(ben.post(at + "/capacity", Map.of("capacity", "5")).statusCode())
                .isEqualTo(303);
        assertThat(world.in(() ->
                        presence.of(world.member("Ben").id()).orElseThrow().capacity()))
                .isEqualTo(5);
    }

    @Test
    void chloeHasNoSuchPage() {
        var chloe = SignedInClient.as(world.member("Chloe"), sessions, port);
        assertThat(chloe.get(at).statusCode()).isEqualTo(404);
        assertThat(chloe.post(at + "/pause", Map.of("paused", "true")).statusCode())
                .isEqualTo(404);
    }
}
