package org.holdfast.requests.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.programs.Policies;
import org.holdfast.programs.Policy;
import org.holdfast.programs.Role;
import org.holdfast.requests.Amara;
import org.holdfast.requests.Amara.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@HoldfastTest
class AskingTest {

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Policies policies;

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
    void threeAnswersAreEnough() {
        ObjectNode wish = amara.wish();

        Answer answer = amara.ask(wish);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("code").stringValue()).matches("[2-9BCDFGHJKMNPQRSTVWXZ]{5}");
        assertThat(answer.json().path("state").stringValue()).isEqualTo("waiting");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(stored("state")).isEqualTo("WAITING");
        String note = wish.path("note").stringValue();
        byte[] kept = world.in(() -> jdbc.sql("select envelope from requests.note where request_id = ?")
                .param(amara.request().value())
                .query((row, n) -> row.getBytes(1))
                .single());
        assertThat(Amara.base64url(kept)).as("wrapped once more").doesNotContain(note.substring(0, 40));
    }

    @Test
    void everythingChosenIsKept() {
        ObjectNode wish = amara.wish();
        wish.put("howSoon", "NOW")
                .put("profession", "rn")
                .put("specialty", " NICU ")
                .put("danger", true);
        wish.putArray("ways").add("CALL").add("HERE");
        wish.putArray("departments").add(world.department("Surgery").toString());
        wish.putArray("sites").add(world.site("Main").toString());
        wish.putArray("topics").add("SLEEP").add("ERROR");
        wish.putObject("wishes")
                .put("gender", "WOMAN")
                .put("department", "OTHER")
                .put("site", world.site("North").toString())
                .put("language", "es");
        wish.put("nameFirst", true);

        assertThat(amara.ask(wish).status()).isEqualTo(201);

        assertThat(stored("specialty")).isEqualTo("NICU");
        assertThat(stored("topics")).isEqualTo("{SLEEP,ERROR}");
        assertThat(stored("wish_site")).isEqualTo(world.site("North").toString());
        assertThat(stored("departments")).isEqualTo("{" + world.department("Surgery") + "}");
        assertThat(stored("ways")).isEqualTo("{CALL,HERE}");
        assertThat(stored("danger || '' || name_first")).isEqualTo("truetrue");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceInThePagesLanguage() {
        ObjectNode wish = amara.wish();
        wish.put("language", "es")
                .put("howSoon", "YESTERDAY")
                .put("specialty", "x".repeat(81))
                .put("profession", 7);
        wish.putArray("ways");
        wish.putArray("departments").add(UUID.randomUUID().toString());
        wish.putObject("wishes").put("gender", "secret-word");
        wish.putObject("notify").put("address", "not an address");
        wish.put("locator", "AAAA");

        Answer answer = amara.ask(wish);

        assertThat(answer.status()).isEqualTo(422);
        var errors = answer.json().path("errors");
        assertThat(new HashSet<>(errors.propertyNames()))
                .isEqualTo(Set.of(
                        "howSoon",
                        "specialty",
                        "profession",
                        "ways",
                        "departments",
                        "wishes.gender",
                        "notify",
                        "locator"));
        assertThat(errors.path("notify").stringValue()).isEqualTo("Esto no parece una dirección de correo.");
        assertThat(errors.path("specialty").stringValue()).contains("80");
        assertThat(answer.body()).doesNotContain("secret-word", "YESTERDAY");
        assertThat(count("requests.request")).isZero();
    }

    @Test
    void sentTwiceIsAskedOnce() {
        ObjectNode wish = amara.wish();
        Answer first = amara.ask(wish);

        Answer again = amara.ask(wish);
        wish.put("howSoon", "NOW");
        Answer other = amara.ask(wish);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(stored("how_soon")).isEqualTo("TODAY");
    }

    @Test
    void twentyAtOnceWithOneKeyAreOneRequest() throws Exception {
        ObjectNode wish = amara.wish();
        wish.putObject("notify").put("address", "amara@home.example");
        List<Callable<Answer>> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            posts.add(() -> amara.ask(wish));
        }
        Set<String> answers = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(posts)) {
                answers.add(answer.get().status() + answer.get().body());
            }
        }

        assertThat(answers).hasSize(1).first().asString().startsWith("201");
        assertThat(count("requests.request")).isOne();
        assertThat(count("requests.note")).isOne();
        assertThat(count("notices.ring")).isOne();
    }

    /// After a few executions on one connection the driver prepares a statement and may send it in another way.
    @Test
    void askingWorksHoweverOftenAConnectionHasDoneIt() {
        for (int i = 0; i < 40; i++) {
            assertThat(new Amara(port, world.slug()).ask().status()).isEqualTo(201);
        }
    }

    @Test
    void overTheLimitIsParkedAndNotRefused() {
        change(policy -> new Policy.Limits(1, 3));
        amara.ask();
        Amara second = new Amara(port, world.slug());

        Answer answer = second.ask();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("state").stringValue()).isEqualTo("parked");
        String due = world.in(() -> jdbc.sql(
                        "select state || coalesce(try_at::text, ' nobody is rung') from requests.request where id = ?")
                .param(second.request().value())
                .query(String.class)
                .single());
        assertThat(due).isEqualTo("PARKED nobody is rung");
    }

    @Test
    void anHourLaterTheLimitIsFreeAgain() {
        change(policy -> new Policy.Limits(1, 3));
        amara.ask();
        clock.forward(Duration.ofMinutes(61));

        assertThat(new Amara(port, world.slug()).ask().json().path("state").stringValue())
                .isEqualTo("waiting");
    }

    @Test
    void peopleRuledOutAreKeptAsIdsAndTypedNamesAreDropped() {
        world.add("Béatrice Núñez", Role.SUPPORTER);
        ObjectNode wish = amara.wish();
        wish.putArray("ruledOut")
                .add(world.member("Ben").id().value().toString())
                .add(UUID.randomUUID().toString());
        wish.putArray("ruledOutNames").add("dr. NUNEZ").add("Somebody Else");

        Answer withSupporters = amara.ask(wish);
        Amara other = new Amara(port, world.slug());
        ObjectNode nobody = other.wish();
        nobody.putArray("ruledOutNames").add("Nobody Here");
        Answer withNobody = other.ask(nobody);

        Set<UUID> out = Set.copyOf(
                world.in(() -> jdbc.sql("select supporter_id from requests.not_proposed where request_id = ?")
                        .param(amara.request().value())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list()));
        assertThat(out)
                .containsExactlyInAnyOrder(
                        world.member("Ben").id().value(),
                        world.member("Béatrice Núñez").id().value());
        assertThat(withSupporters.json().propertyNames())
                .isEqualTo(withNobody.json().propertyNames());
        assertThat(withNobody.status()).isEqualTo(201);
    }

    @Test
    void somebodyMayBeAskedForByNameWhereTheirNameIsPublished() {
        Policy now = Policy.starter();
        var privacy = now.privacy();
        world.in(() -> {
            policies.change(
                    new Policy(
                            now.doors(),
                            now.offers(),
                            now.firstContact(),
                            now.silence(),
                            new Policy.Privacy(
                                    privacy.k(),
                                    privacy.endedDays(),
                                    privacy.backupDays(),
                                    privacy.coordinatorsRead(),
                                    true),
                            now.matching(),
                            now.limits(),
                            now.escalation()),
                    null);
            return true;
        });
        world.sql("update supporters.supporter set published = true where id = :ben", Map.of("ben", id("Ben")));
        ObjectNode ben = amara.wish();
        ben.putObject("wishes").put("supporter", id("Ben").toString());
        ObjectNode bea = new Amara(port, world.slug()).wish();
        bea.putObject("wishes").put("supporter", id("Bea").toString());

        assertThat(amara.ask(bea).json().path("errors").propertyNames()).contains("wishes.supporter");
        assertThat(amara.ask(ben).status()).isEqualTo(201);
        String page = amara.page();
        assertThat(page)
                .contains("value=\"" + id("Ben") + "\"")
                .doesNotContain(id("Bea").toString());
    }

    private UUID id(String name) {
        return world.member(name).id().value();
    }

    @Test
    void aNoteForAnOldKeyIsToBeClosedAnew() {
        ObjectNode wish = amara.wish();
        wish.put("intakeNumber", 2).put("note", Amara.base64url(Cast.envelope(1, 2, 4150)));
        ObjectNode unequal = amara.wish();
        unequal.put("note", Amara.base64url(Cast.envelope(1, 3, 4150)));

        assertThat(amara.ask(wish).json().path("errors").path("intakeNumber").stringValue())
                .isEqualTo("stale");
        assertThat(amara.ask(unequal).json().path("errors").path("intakeNumber").stringValue())
                .isEqualTo("stale");
    }

    @Test
    void aClosedDoorSaysWhomToCall() {
        Policy now = Policy.starter();
        world.in(() -> {
            policies.change(
                    new Policy(
                            new Policy.Doors(false),
                            now.offers(),
                            now.firstContact(),
                            now.silence(),
                            now.privacy(),
                            now.matching(),
                            now.limits(),
                            now.escalation()),
                    null);
            return true;
        });

        Answer answer = amara.ask();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path("door").stringValue()).contains("988");
    }

    @Test
    void thereIsNothingToAskWhereThereIsNoProgram() {
        assertThat(new Amara(port, "no-such-program").ask().status()).isEqualTo(404);
    }

    @Test
    void tooLongABodyIsNotRead() {
        ObjectNode wish = amara.wish();
        wish.put("specialty", "x".repeat(70_000));

        assertThat(amara.ask(wish).status()).isEqualTo(413);
    }

    @Test
    void fromAnotherSiteNothingIsTaken() {
        var request = amara.request("/requests")
                .setHeader("Origin", "https://elsewhere.example")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        amara.wish().toString()));

        assertThat(amara.send(request).status()).isEqualTo(404);
        assertThat(count("requests.request")).isZero();
    }

    private void change(java.util.function.Function<Policy, Policy.Limits> limits) {
        Policy now = Policy.starter();
        world.in(() -> {
            policies.change(
                    new Policy(
                            now.doors(),
                            now.offers(),
                            now.firstContact(),
                            now.silence(),
                            now.privacy(),
                            now.matching(),
                            limits.apply(now),
                            now.escalation()),
                    null);
            return true;
        });
    }

    private String stored(String column) {
        return world.in(() -> jdbc.sql("select (" + column + ")::text from requests.request where id = :id")
                .params(Map.of("id", amara.request().value()))
                .query(String.class)
                .single());
    }

    private int count(String table) {
        return world.in(() ->
                jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }
}
