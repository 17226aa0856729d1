package org.holdfast.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.requests.Amara;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HoldfastTest
class ConversationsTest {

    @Autowired
    Cast cast;

    @Autowired
    Scene scene;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    Cast.World world;
    Amara amara;
    PairingId pairing;
    SignedInClient ben;

    @BeforeEach
    void theyTalk() {
        world = cast.world();
        amara = new Amara(port, world.slug());
        amara.ask();
        pairing = scene.talking(world, amara.request(), "Ben");
        ben = SignedInClient.as(world.member("Ben"), sessions, port);
    }

    @Test
    void bothWriteAndBothRead() {
        String hers = message(290);
        String his = message(1058);

        assertThat(send(1, hers)).isEqualTo(201);
        assertThat(benSends(1, his)).isEqualTo(201);

        JsonNode forHim = json.readTree(ben.getJson(talk()).body()).path("messages");
        assertThat(forHim.size()).isEqualTo(2);
        JsonNode forHer = amara.get("/messages").json().path("messages");
        assertThat(forHer.toString()).isEqualTo(forHim.toString());
        assertThat(forHer.get(0).path("envelope").stringValue()).isEqualTo(his);
        assertThat(forHer.get(0).path("direction").intValue()).isEqualTo(1);
        assertThat(forHer.get(1).path("envelope").stringValue()).isEqualTo(hers);
        JsonNode newer = amara.get("/messages?afterMine=1&afterTheirs=0").json().path("messages");
        assertThat(newer.size()).isOne();
        assertThat(newer.get(0).path("envelope").stringValue()).isEqualTo(his);
    }

    @Test
    void aResendIsTheSameMessageAndOtherBytesAreRefused() {
        String first = message(290);
        assertThat(send(1, first)).isEqualTo(201);

        assertThat(send(1, first)).isEqualTo(200);
        var other =
                amara.post("/messages", Map.of("pairing", pairing.value(), "sequence", 1, "envelope", message(290)));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("expected").intValue()).isEqualTo(2);
        assertThat(amara.get("/messages").json().path("messages").size()).isOne();
    }

    @Test
    void aGapIsRefusedWithThePlaceExpected() {
        var answer =
                amara.post("/messages", Map.of("pairing", pairing.value(), "sequence", 3, "envelope", message(290)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("expected").intValue()).isOne();
    }

    @Test
    void wrongEnvelopesAreRefusedAndChangeNothing() {
        byte[] otherVersion = Cast.envelope(4, 1, 290);
        otherVersion[0] = 2;
        assertThat(send(1, message(291))).isEqualTo(422);
        assertThat(send(1, Amara.base64url(Cast.envelope(4, 2, 290)))).isEqualTo(422);
        assertThat(send(1, Amara.base64url(Cast.envelope(1, 1, 290)))).isEqualTo(422);
        assertThat(send(1, Amara.base64url(otherVersion))).isEqualTo(422);
        assertThat(send(1, "not base64!")).isEqualTo(422);
        assertThat(send(0, message(290))).isEqualTo(422);
        assertThat(amara.get("/messages").json().path("messages").size()).isZero();
        assertThat(amara.get("/messages?afterMine=2147483647&afterTheirs=-2147483648")
                        .status())
                .isEqualTo(200);
        assertThat(amara.get("/messages?afterMine=x").status()).isEqualTo(404);
    }

    @Test
    void othersFindNoTalk() {
        assertThat(send(1, message(290))).isEqualTo(201);
        Cast.World elsewhere = cast.elsewhere();
        var bea = SignedInClient.as(world.member("Bea"), sessions, port);
        var chloe = SignedInClient.as(world.member("Chloe"), sessions, port);
        var dev = SignedInClient.as(elsewhere.member("Dev"), sessions, port);
        for (var other : java.util.List.of(bea, chloe, dev, SignedInClient.eve(port))) {
            assertThat(other.getJson(talk()).statusCode()).isEqualTo(404);
            assertThat(other.postJson(talk(), "{\"sequence\":1,\"envelope\":\"" + message(290) + "\"}")
                            .statusCode())
                    .isIn(403, 404);
        }
        Amara another = new Amara(port, world.slug());
        another.ask();
        assertThat(another.post(
                                "/messages",
                                Map.of("pairing", pairing.value(), "sequence", 2, "envelope", message(290)))
                        .status())
                .isEqualTo(404);
        assertThat(another.get("/messages").json().path("messages").size()).isZero();
    }

    @Test
    void theSupporterIsRungOnceUntilTheyLook() {
        send(1, message(290));
        send(2, message(290));
        assertThat(ringsFor("Ben")).isOne();

        world.sql("delete from notices.notice", Map.of()); // sent
        send(3, message(290));
        assertThat(ringsFor("Ben")).isZero();

        ben.getJson(talk());
        send(4, message(290));
        assertThat(ringsFor("Ben")).isOne();
    }

    @Test
    void anEndedTalkTakesNoMoreMessages() {
        String first = message(290);
        send(1, first);
        assertThat(amara.post("/ending").status()).isEqualTo(204);

        assertThat(send(2, message(290))).isEqualTo(409);
        assertThat(send(1, first)).as("a resend is still the same message").isEqualTo(200);
        assertThat(benSends(1, message(290))).isEqualTo(409);
    }

    private int ringsFor(String name) {
        return scene.count(
                world,
                "notices.notice where account_id = :account",
                Map.of("account", world.member(name).account().value()));
    }

    private int send(int sequence, String envelope) {
        return amara.post("/messages", Map.of("pairing", pairing.value(), "sequence", sequence, "envelope", envelope))
                .status();
    }

    private int benSends(int sequence, String envelope) {
        return ben.postJson(talk(), "{\"sequence\":" + sequence + ",\"envelope\":\"" + envelope + "\"}")
                .statusCode();
    }

    private String talk() {
        return "/staff/" + world.slug() + "/talks/" + pairing.value() + "/messages";
    }

    private static String message(int size) {
        return Amara.base64url(Cast.envelope(4, 1, size));
    }
}
