package org.holdfast.requests.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.requests.Amara;
import org.holdfast.requests.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HoldfastTest
class NewNotesTest {

    @Autowired
    Cast cast;

    @Autowired
    Scene scene;

    @LocalServerPort
    int port;

    Cast.World world;
    Amara amara;

    /// Ben lost his key; the request came back as codes only.
    @BeforeEach
    void setTheScene() {
        world = cast.world();
        amara = new Amara(port, world.slug());
        amara.ask();
        Map<String, ?> request = Map.of("id", amara.request().value());
        world.sql("delete from requests.note where request_id = :id", request);
        world.sql(
                "update requests.request set unreachable = true, nobody_left = true, try_at = null where id = :id",
                request);
    }

    @Test
    void herNextVisitGivesTheRequestANoteAgain() {
        assertThat(amara.visit().json().path("unreachable").booleanValue()).isTrue();

        assertThat(note(1, 1, 4150)).isEqualTo(204);

        assertThat(amara.visit().json().path("unreachable").booleanValue()).isFalse();
        assertThat(scene.count(world, "requests.note where intake_number = 1", Map.of()))
                .isOne();
        assertThat(scene.count(world, "requests.request where try_at is not null and not nobody_left", Map.of()))
                .isOne();
        assertThat(note(1, 1, 4150)).as("it needs no other").isEqualTo(409);
    }

    @Test
    void anotherKeyOrShapeIsRefused() {
        assertThat(note(2, 2, 4150)).isEqualTo(422);
        assertThat(note(1, 2, 4150)).isEqualTo(422);
        assertThat(note(1, 1, 4151)).isEqualTo(422);
        assertThat(amara.post("/note", Map.of("intakeNumber", 1)).status()).isEqualTo(422);
        assertThat(scene.count(world, "requests.note", Map.of())).isZero();
    }

    private int note(int keyNumber, int intakeNumber, int size) {
        String note = Amara.base64url(Cast.envelope(1, keyNumber, size));
        return amara.post("/note", Map.of("note", note, "intakeNumber", intakeNumber))
                .status();
    }
}
