package org.holdfast.requests.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.requests.Amara;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.Scene;
import org.holdfast.shared.jobs.RecurringJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

@HoldfastTest
class SilenceTest {

    @Autowired
    Cast cast;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("watchSilence")
    RecurringJob silence;

    @LocalServerPort
    int port;

    Cast.World world;
    Amara amara;
    PairingId pairing;

    @BeforeEach
    void theyTalk() {
        world = cast.world();
        amara = new Amara(port, world.slug());
        ObjectNode wish = amara.wish();
        wish.putObject("notify").put("address", "amara@home.example");
        amara.ask(wish);
        pairing = scene.talking(world, amara.request(), "Ben");
    }

    @Test
    void bothAreToldThreeDaysBeforeItEnds() {
        daysPass(17);
        assertThat(warnedOn()).isEmpty();

        daysPass(1);
        assertThat(warnedOn()).isNotEmpty();
        assertThat(scene.count(world, "notices.notice where wording = 'UPDATE' and ring_id is not null", Map.of()))
                .isOne();
        assertThat(scene.count(
                        world,
                        "notices.notice where account_id = :ben",
                        Map.of("ben", world.member("Ben").account().value())))
                .isOne();
        daysPass(2);
        assertThat(state()).isEqualTo("TALKING");

        daysPass(1);
        assertThat(state()).isEqualTo("ENDED");
    }

    @Test
    void aWordAfterTheWarningBeginsTheClockAnew() {
        daysPass(18);
        amara.post(
                "/messages",
                Map.of(
                        "pairing",
                        pairing.value(),
                        "sequence",
                        1,
                        "envelope",
                        Amara.base64url(Cast.envelope(4, 1, 290))));
        assertThat(warnedOn()).isEmpty();

        daysPass(17);
        assertThat(state()).isEqualTo("TALKING");
        assertThat(warnedOn()).isEmpty();
    }

    @Test
    void nothingEndsByItselfWhileSomeoneMayBeInDanger() {
        world.sql(
                "update requests.request set danger_marked = true where id = :id",
                Map.of("id", amara.request().value()));

        daysPass(60);
        daysPass(10);

        assertThat(state()).isEqualTo("TALKING");
        assertThat(warnedOn()).isEmpty();
    }

    @Test
    void aRequestThatWaitsForUsIsNotSilent() {
        Amara waits = new Amara(port, world.slug());
        waits.ask();

        daysPass(40);
        daysPass(10);

        assertThat(waits.visit().json().path("state").stringValue()).isEqualTo("WAITING");
    }

    @Test
    void aCheckInKeepsItOpenUntilItsDate() {
        assertThat(amara.post("/check-in", Map.of("weeks", 3)).status()).isEqualTo(422);
        assertThat(amara.post("/check-in", Map.of("weeks", 12)).status()).isEqualTo(204);
        assertThat(amara.visit().json().path("checkInOn").isNull()).isFalse();

        daysPass(83);
        assertThat(state()).isEqualTo("TALKING");
        assertThat(warnedOn()).isEmpty();

        daysPass(1); // twelve weeks: both look in, and the clock goes on
        assertThat(amara.visit().json().path("checkInOn").isNull()).isTrue();
        daysPass(18);
        assertThat(warnedOn()).isNotEmpty();
        daysPass(3);
        assertThat(state()).isEqualTo("ENDED");
    }

    @Test
    void aCheckInNeedsSomebodyToLookInWith() {
        Amara waits = new Amara(port, world.slug());
        waits.ask();

        assertThat(waits.post("/check-in", Map.of("weeks", 2)).status()).isEqualTo(409);
    }

    private void daysPass(int days) {
        clock.forward(Duration.ofDays(days));
        silence.run();
    }

    private String state() {
        return amara.visit().json().path("state").stringValue();
    }

    private String warnedOn() {
        var day = amara.visit().json().path("warnedOn");
        return day.isNull() ? "" : day.stringValue();
    }
}
