package org.holdfast.requests.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.requests.Amara;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is posted gets a clear answer, and none of it comes back in the answer.
@HoldfastTest
class BadPostsTest {

    private static final String CANARY = "canary-7f3e";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Cast cast;

    @LocalServerPort
    int port;

    @Test
    void brokenJsonIsNotUnderstood() {
        Amara amara = new Amara(port, cast.world().slug());

        for (String broken : List.of(
                "",
                "{",
                "[]",
                "null",
                "7",
                "\"" + CANARY + "\"",
                "{\"id\":" + CANARY + "}",
                "[".repeat(20_000),
                "{\"a\":".repeat(5_000),
                "\u0000")) {
            var answer = amara.ask(broken);
            assertThat(answer.status())
                    .as(broken.substring(0, Math.min(20, broken.length())))
                    .isEqualTo(400);
            assertThat(answer.body()).doesNotContain(CANARY);
        }
    }

    @Test
    void aGreatBodyIsRefusedWhateverTypeItClaims() {
        Amara amara = new Amara(port, cast.world().slug());
        String great = "{\"a\":\"" + "x".repeat(200_000) + "\"}";

        for (String type : List.of("application/json", "application/a+json", "text/json", "application/octet-stream")) {
            var post = amara.request("/requests")
                    .setHeader("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(great));
            assertThat(amara.send(post).status()).as(type).isEqualTo(413);
        }
    }

    @Test
    void changedPostsAreAnsweredAndNeverRepeated() {
        long seed = 20_261_121L;
        Random random = new Random(seed);
        String slug = cast.world().slug();
        for (int i = 0; i < 400; i++) {
            Amara amara = new Amara(port, slug);
            ObjectNode wish = full(amara.wish());
            for (int n = random.nextInt(3) + 1; n > 0; n--) {
                spoil(wish, random);
            }
            var answer = amara.ask(wish);
            assertThat(answer.status())
                    .as("seed %d, round %d: %s", seed, i, answer.body())
                    .isIn(201, 400, 413, 422);
            assertThat(answer.body()).doesNotContain(CANARY);
        }
    }

    private static ObjectNode full(ObjectNode wish) {
        wish.put("profession", "rn")
                .put("specialty", "a")
                .put("nameFirst", false)
                .put("danger", false);
        wish.putArray("sites");
        wish.putArray("departments");
        wish.putArray("topics").add("SLEEP");
        wish.putObject("wishes").put("gender", "WOMAN").put("language", "es").putNull("site");
        wish.putArray("ruledOut");
        wish.putArray("ruledOutNames").add("A Name");
        wish.putNull("notify");
        return wish;
    }

    private static void spoil(ObjectNode wish, Random random) {
        List<String> names = new ArrayList<>(wish.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(6) == 0) {
            wish.remove(name);
        } else if (wish.path(name) instanceof ArrayNode list && random.nextBoolean()) {
            list.add(value(random, 0));
        } else if (wish.path(name) instanceof ObjectNode inner && !inner.isEmpty() && random.nextBoolean()) {
            spoil(inner, random);
        } else {
            wish.set(name, value(random, 0));
        }
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 9 : 11)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 3 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 4 -> JSON.getNodeFactory().stringNode("");
            case 5 -> JSON.getNodeFactory().stringNode(CANARY + "\u0000\uD800'\";--");
            case 6 -> JSON.getNodeFactory().stringNode(CANARY.repeat(random.nextInt(900)));
            case 7 -> JSON.getNodeFactory().stringNode(Amara.base64url(Cast.bytes(random.nextInt(64))));
            case 8 -> JSON.getNodeFactory().stringNode("x@y.example");
            case 9 -> {
                ArrayNode list = JSON.createArrayNode();
                for (int i = random.nextInt(40); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
            default -> JSON.createObjectNode().set(CANARY, value(random, depth + 1));
        };
    }
}
