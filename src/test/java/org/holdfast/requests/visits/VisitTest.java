package org.holdfast.requests.visits;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.requests.Amara;
import org.holdfast.requests.Amara.Answer;
import org.holdfast.requests.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@HoldfastTest
class VisitTest {

    @Autowired
    Cast cast;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    Cast.World world;
    Amara amara;

    @BeforeEach
    void setTheScene() {
        world = cast.world();
        amara = new Amara(port, world.slug());
    }

    @Test
    void herWordsShowHerRequest() {
        String code = amara.ask().json().path("code").stringValue();

        JsonNode view = amara.visit().json();

        assertThat(view.path("id").stringValue())
                .isEqualTo(amara.request().value().toString());
        assertThat(view.path("code").stringValue()).isEqualTo(code);
        assertThat(view.path("state").stringValue()).isEqualTo("WAITING");
        assertThat(view.path("askedAt").stringValue()).endsWith(":00Z");
        assertThat(view.path("wordsKept").booleanValue()).isFalse();
        assertThat(view.path("pairing").isNull()).isTrue();
    }

    @Test
    void keptWordsAreRemembered() {
        amara.ask();

        assertThat(amara.post("/words").status()).isEqualTo(204);

        assertThat(amara.visit().json().path("wordsKept").booleanValue()).isTrue();
    }

    @Test
    void hoursWithoutAnybodyLookingAreToldHonestly() {
        amara.ask();
        clock.forward(Duration.ofMinutes(13 * 60 + 5));

        assertThat(amara.visit().json().path("unseenHours").intValue()).isEqualTo(13);

        world.sql(
                "update requests.request set seen = true where id = :id",
                Map.of("id", amara.request().value()));
        assertThat(amara.visit().json().path("unseenHours").intValue()).isZero();
    }

    @Test
    void aHeldYesShowsTheNameToCheckAndNoPairing() {
        amara.ask();
        var offer = scene.held(world, amara.request(), "Ben");

        JsonNode held = amara.visit().json().path("held");

        assertThat(held.path("offerId").stringValue()).isEqualTo(offer.value().toString());
        assertThat(held.path("nameCard").path("name").stringValue()).isEqualTo("Ben");
        assertThat(held.path("nameCard").path("salt").stringValue()).hasSize(22);
    }

    @Test
    void aNoToTheNameLooksForSomebodyElseAndAYesNeedsTheOfferShown() {
        amara.ask();
        var offer = scene.held(world, amara.request(), "Ben");
        assertThat(amara.post("/name-answer", Map.of("offerId", UUID.randomUUID(), "yes", true))
                        .status())
                .isEqualTo(409);

        assertThat(amara.post("/name-answer", Map.of("offerId", offer.value(), "yes", false))
                        .status())
                .isEqualTo(204);

        JsonNode view = amara.visit().json();
        assertThat(view.path("held").isNull()).isTrue();
        assertThat(view.path("state").stringValue()).isEqualTo("WAITING");
        assertThat(scene.count(
                        world,
                        "requests.not_proposed where supporter_id = :ben",
                        Map.of("ben", world.member("Ben").id().value())))
                .isOne();
    }

    @Test
    void somebodyElseIsLookedForInOneTap() {
        amara.ask();
        assertThat(amara.post("/change").status()).as("nobody to change yet").isEqualTo(409);
        scene.talking(world, amara.request(), "Ben");

        assertThat(amara.post("/change").status()).isEqualTo(204);

        JsonNode view = amara.visit().json();
        assertThat(view.path("state").stringValue()).isEqualTo("WAITING");
        assertThat(view.path("pairing").isNull()).isTrue();
    }

    @Test
    void theLivePageHearsWhatIsNew() throws Exception {
        amara.ask();
        try (var stream = amara.stream();
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            assertThat(nextEvent(lines)).isEqualTo("1");

            assertThat(amara.post("/ending").status()).isEqualTo(204);

            assertThat(nextEvent(lines)).isEqualTo("2");
        }
    }

    private static String nextEvent(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return line.substring(5).strip();
            }
        }
        return "the stream ended";
    }

    @Test
    void theSupporterIsNamedWithTheOpeningAndNotBefore() {
        amara.ask();
        scene.paired(world, amara.request(), "Ben");
        assertThat(amara.visit().json().path("pairing").path("supporterId").isNull())
                .isTrue();

        Amara other = new Amara(port, world.slug());
        other.ask();
        scene.talking(world, other.request(), "Ben");
        JsonNode pairing = other.visit().json().path("pairing");
        assertThat(pairing.path("supporterId").stringValue())
                .isEqualTo(world.member("Ben").id().value().toString());
        assertThat(pairing.path("opening").stringValue()).isNotEmpty();
    }

    @Test
    void wrongMistypedErasedAndForeignWordsGetTheSameBytes() {
        amara.ask();
        Amara never = new Amara(port, world.slug());
        Amara erased = new Amara(port, world.slug());
        erased.ask();
        assertThat(erased.erase().status()).isEqualTo(204);

        Answer wrongSecret = amara.mistype(true);
        Answer nobodys = amara.mistype(false);

        assertThat(wrongSecret.status()).isEqualTo(404);
        assertThat(wrongSecret.body()).isEqualTo("{\"state\":\"unknown\"}");
        for (Answer other : List.of(nobodys, never.visit(), erased.visit(), erased.post("/ending"))) {
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.body()).isEqualTo(wrongSecret.body());
            assertThat(headers(other)).isEqualTo(headers(wrongSecret));
        }
    }

    @Test
    void knownAndUnknownTakeTheSameStatements() {
        amara.ask();

        List<String> known = statements(() -> amara.mistype(true));
        List<String> unknown = statements(() -> amara.mistype(false));

        assertThat(known).isNotEmpty().isEqualTo(unknown);
    }

    @Test
    void wrongTriesFromTheSameNetworkKeepNobodyFromTheirSupporter() {
        amara.ask();
        for (int i = 0; i < 10; i++) {
            assertThat(amara.mistype(i % 2 == 0).status()).isEqualTo(404);
        }

        Answer wrongSecret = amara.mistype(true);
        Answer nobodys = amara.mistype(false);

        assertThat(wrongSecret.status()).isEqualTo(429);
        assertThat(nobodys.status()).isEqualTo(429);
        assertThat(nobodys.body()).isEqualTo(wrongSecret.body());
        assertThat(Integer.parseInt(String.valueOf(nobodys.header("Retry-After"))))
                .isBetween(1, 61);
        assertThat(amara.visit().status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));
        assertThat(amara.mistype(false).status()).isEqualTo(404);
    }

    @Test
    void wordsOfAnotherProgramAreUnknownHere() {
        Cast.World elsewhere = cast.elsewhere();
        amara.ask();

        assertThat(amara.at(elsewhere.slug()).visit().status()).isEqualTo(404);
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        return headers;
    }

    private static List<String> statements(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(heard);
        try {
            work.run();
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(before);
        }
        return List.copyOf(heard.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("requests."))
                .toList();
    }
}
