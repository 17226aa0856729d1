package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.requests.Paired.in;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.TestClock;
import org.holdfast.programs.Member;
import org.holdfast.requests.offers.Offers;
import org.holdfast.requests.offers.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

/// The handlers of offers, talks and board, over HTTP: each sees their own, and nobody learns what there is besides.
@HoldfastTest
class StaffPostsTest {

    @Autowired
    Cast cast;

    @Autowired
    AmaraWaits amara;

    @Autowired
    Paired paired;

    @Autowired
    Offers offers;

    @Autowired
    Sweep sweep;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    World world;
    SignedInClient ben;
    SignedInClient bea;
    SignedInClient chloe;

    @BeforeEach
    void world() {
        clock.set(TestClock.START);
        world = cast.world();
        world.sign();
        ben = as("Ben");
        bea = as("Bea");
        chloe = as("Chloe");
    }

    @Test
    void aFormGoesOnToThePageAndAScriptGetsJson() {
        RequestId request = amara.asks(world).send();
        OfferId offer = offerOf("Ben");

        HttpResponse<String> later =
                ben.post(at("/offers/" + offer.value() + "/acceptance"), Map.of("yesFrom", "soon"));
        HttpResponse<String> yes =
                ben.postJson(at("/offers/" + offer.value() + "/acceptance"), "{\"yesFrom\":\"2026-11-20T18:00:00Z\"}");
        HttpResponse<String> again = ben.post(at("/offers/" + offer.value() + "/acceptance"), Map.of());

        assertThat(later.statusCode()).isEqualTo(303);
        assertThat(location(later)).endsWith("?refused=yesFrom&yesFrom=soon");
        assertThat(yes.statusCode()).isEqualTo(200);
        assertThat(yes.body()).contains("\"state\":\"paired\"");
        assertThat(location(again)).startsWith("/staff/" + world.slug() + "/talks/");
        assertThat(amara.state(world, request)).isEqualTo("PAIRED");
    }

    @Test
    void whatIsNotTheirsIsWhatIsNotThereByteForByte() {
        amara.asks(world).send();
        OfferId bens = offerOf("Ben");
        Paired.Talk talk = paired.of(world, world.member("Ben"));
        SignedInClient dev = SignedInClient.as(cast.elsewhere().member("Dev"), sessions, port);
        SignedInClient eve = SignedInClient.eve(port);
        UUID madeUp = UUID.randomUUID();

        for (SignedInClient other : List.of(bea, chloe, dev, eve)) {
            for (String act : List.of("acceptance", "refusal")) {
                assertThat(said(other.postJson(at("/offers/" + bens.value() + "/" + act), "{}")))
                        .isEqualTo(said(other.postJson(at("/offers/" + madeUp + "/" + act), "{}")))
                        .startsWith(other == eve ? "4" : "404");
            }
            for (String act : List.of("first-contact", "pass-on", "danger", "check-in", "ending", "opening")) {
                assertThat(said(other.postJson(at("/talks/" + talk.pairing().value() + "/" + act), body(act))))
                        .isEqualTo(said(other.postJson(at("/talks/" + madeUp + "/" + act), body(act))))
                        .startsWith(other == eve ? "4" : "404");
            }
            assertThat(said(other.getJson(at("/talks/" + talk.pairing().value() + "/envelopes"))))
                    .isEqualTo(said(other.getJson(at("/talks/" + madeUp + "/envelopes"))))
                    .startsWith("404");
        }
        for (SignedInClient other : List.of(ben, dev, eve)) {
            for (String act : List.of("offers", "release", "seen")) {
                assertThat(said(other.postJson(at("/board/" + talk.request().value() + "/" + act), "{}")))
                        .isEqualTo(said(other.postJson(at("/board/" + madeUp + "/" + act), "{}")))
                        .startsWith(other == eve ? "4" : "404");
            }
        }
        assertThat(said(chloe.postJson(at("/board/" + madeUp + "/seen"), "{}"))).startsWith("404");
        assertThat(amara.state(world, talk.request())).isEqualTo("PAIRED");
        assertThat(in(world, () -> offers.of(world.member("Ben").id()))).hasSize(1);
    }

    @Test
    void envelopesOfAWrongShapeAreRefusedAndChangeNothing() {
        Paired.Talk talk = paired.of(world, world.member("Ben"));
        String path = at("/talks/" + talk.pairing().value() + "/opening");
        String good = opening(1);

        assertThat(ben.postJson(path, good.replace("AQMAAAAB", "AgMAAAAB")).statusCode())
                .isEqualTo(422); // version 2
        assertThat(ben.postJson(path, "{\"opening\":\"AQMAAAAB\",\"copy\":\"AQIAAAAB\"}")
                        .statusCode())
                .isEqualTo(422); // too short
        assertThat(ben.postJson(path, opening(2)).statusCode()).isEqualTo(409); // another pairing's number
        assertThat(ben.postJson(path, "{\"opening\":").statusCode()).isEqualTo(400);
        assertThat(amara.state(world, talk.request())).isEqualTo("PAIRED");

        assertThat(ben.postJson(path, good).statusCode()).isEqualTo(200);
        assertThat(ben.postJson(path, good).statusCode()).isEqualTo(200);
        assertThat(ben.postJson(path, opening(1)).statusCode()).isEqualTo(409);
        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");
    }

    @Test
    void everyTapOfATalkMayBeRepeated() {
        Paired.Talk talk = paired.of(world, world.member("Ben"));
        String path = at("/talks/" + talk.pairing().value());
        ben.postJson(path + "/opening", opening(1));

        for (int i = 0; i < 2; i++) {
            assertThat(location(ben.post(path + "/danger", Map.of("on", "true"))))
                    .endsWith("?said=danger");
            assertThat(location(ben.post(path + "/danger", Map.of("on", "false"))))
                    .endsWith("?said=safe");
            assertThat(location(ben.post(path + "/check-in", Map.of("weeks", "4"))))
                    .endsWith("?said=checkIn");
            assertThat(location(ben.post(path + "/first-contact", Map.of()))).endsWith("?said=contacted");
            assertThat(location(ben.post(path + "/pass-on", Map.of()))).endsWith("?refused=noteNeeded");
            assertThat(location(ben.post(
                            path + "/tally",
                            Map.of(
                                    "profession", "nurse",
                                    "topic", "GRIEF",
                                    "channel", "CALL",
                                    "minutes", "TO_30",
                                    "contacts", "ONE",
                                    "outcome", "TALKED"))))
                    .endsWith("?said=tally");
            assertThat(location(ben.post(path + "/danger", Map.of()))).endsWith("?refused=on");
            assertThat(location(ben.post(path + "/check-in", Map.of("weeks", "3"))))
                    .endsWith("?refused=weeks");
            assertThat(location(ben.post(path + "/tally", Map.of("profession", "nurse"))))
                    .endsWith("?refused=tally");
        }
        assertThat(location(ben.post(path + "/ending", Map.of()))).endsWith("?said=ended");
        assertThat(amara.state(world, talk.request())).isEqualTo("ENDED");
    }

    private static String body(String act) {
        return switch (act) {
            case "opening" -> opening(1);
            case "danger" -> "{\"on\":true}";
            case "check-in" -> "{\"weeks\":4}";
            default -> "{}";
        };
    }

    private static String opening(int number) {
        return "{\"opening\":\"%s\",\"copy\":\"%s\"}"
                .formatted(base64(Cast.envelope(3, number, 566)), base64(Cast.envelope(2, 1, 4662)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("") + " " + answer.body();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
    }

    private OfferId offerOf(String name) {
        return in(world, () -> {
            sweep.run();
            return offers.of(world.member(name).id()).getFirst().id();
        });
    }

    private SignedInClient as(String name) {
        Member member = world.member(name);
        return SignedInClient.as(member, sessions, port);
    }

    private String at(String path) {
        return "/staff/" + world.slug() + path;
    }
}
