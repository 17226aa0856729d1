package org.holdfast.programs.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/// Dana adds people, gives them roles, and removes them.
@HoldfastTest
class PeopleTest {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Cast.World world;
    SignedInClient dana;
    String at;

    @BeforeEach
    void aWorld() {
        world = cast.world();
        at = "/staff/" + world.slug();
        dana = as("Dana");
    }

    @Test
    void danaAddsNiaWhoIsToldThatThereIsNews() {
        var answer = dana.post(
                at + "/people",
                Map.of("name", "Nia Okoro", "email", "Nia@Harbor.example ", "language", "es", "roles", "SUPPORTER"));

        assertThat(answer.statusCode()).isEqualTo(303);
        Member nia = world.in(() -> members.all().stream()
                .filter(member -> member.name().equals("Nia Okoro"))
                .findFirst()
                .orElseThrow());
        assertThat(nia.roles()).containsExactly(Role.SUPPORTER);
        assertThat(nia.language()).isEqualTo("es");
        assertThat(world.in(() -> jdbc.sql("select count(*) from notices.notice where account_id = :account")
                        .param("account", nia.account().value())
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
        assertThat(dana.get(at + "/people").body()).contains("Nia Okoro").contains("Invited");
        assertThat(dana.get(at + "/log").body()).contains("Added a person").contains("Dana");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhatToMend() {
        var answer = dana.post(at + "/people", Map.of("name", "Nia Okoro", "email", "nia", "roles", "DIRECTOR-DEPUTY"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"Nia Okoro\"")
                .contains("value=\"nia\"")
                .contains("f-email-error")
                .containsPattern("value=\"DIRECTOR-DEPUTY\" checked");
        assertThat(dana.post(at + "/people", Map.of("name", "x".repeat(121), "email", "nia@harbor.example"))
                        .body())
                .contains("f-name-error")
                .contains("Please choose at least one role.");
    }

    @Test
    void whoIsHereIsNotAddedTwice() {
        var answer = dana.post(
                at + "/people",
                Map.of("name", "Ben", "email", "ben@" + world.slug() + ".example", "roles", "SUPPORTER"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("already here");
    }

    @Test
    void removingBenRefusesHimEverythingAtOnce() {
        SignedInClient ben = as("Ben");
        assertThat(ben.getJson(at + "/keys").statusCode()).isEqualTo(200);

        var answer = dana.post(person("Ben") + "/removal", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ben.getJson(at + "/keys").statusCode()).isEqualTo(404);
        assertThat(ben.get("/staff").statusCode()).isEqualTo(404);
        assertThat(dana.get(at + "/people").body()).doesNotContain(">Ben<");
    }

    @Test
    void benComesBackUnderHisOldId() {
        MemberId before = world.member("Ben").id();
        dana.post(person("Ben") + "/removal", Map.of());
        world.in(() -> people.add(
                world.member("Dana"),
                "Ben",
                "ben@" + world.slug() + ".example",
                "en",
                new People.Roles(Set.of(Role.SUPPORTER), Set.of())));
        assertThat(world.in(() -> members.find(before))).isPresent();
    }

    @Test
    void theLastDirectorStays() {
        assertThat(dana.post(person("Dana") + "/removal", Map.of()).body()).contains("at least one director");
        assertThat(dana.post(person("Dana") + "/roles", Map.of("roles", "SUPPORTER"))
                        .statusCode())
                .isEqualTo(422);
        // Dora is a deputy; once she directs, Dana may go
        dana.post(person("Dora") + "/roles", Map.of("roles", "DIRECTOR"));
        assertThat(dana.post(person("Dana") + "/removal", Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aRoleGivesPagesAtOnceAndATakenOneTakesThem() {
        SignedInClient chloe = as("Chloe");
        assertThat(chloe.get(at + "/people").statusCode()).isEqualTo(404);
        dana.post(person("Chloe") + "/roles", Map.of("roles", "DIRECTOR"));
        assertThat(chloe.get(at + "/people").statusCode()).isEqualTo(200);
        dana.post(person("Chloe") + "/roles", Map.of("roles", "COORDINATOR"));
        assertThat(chloe.get(at + "/people").statusCode()).isEqualTo(404);
    }

    @Test
    void devAndEveAndWhoeverDoesNotDirectGetNothing() {
        var elsewhere = cast.elsewhere();
        SignedInClient dev = SignedInClient.as(elsewhere.member("Dev"), sessions, port);
        for (SignedInClient other : new SignedInClient[] {dev, SignedInClient.eve(port), as("Ben"), as("Chloe")}) {
            for (String page : new String[] {"/people", "/people/new", "/log"}) {
                assertThat(other.get(at + page).statusCode()).isEqualTo(404);
            }
            assertThat(withoutToken(other.get(person("Ben")).body()))
                    .isEqualTo(withoutToken(
                            other.get(at + "/people/" + UUID.randomUUID()).body()));
            assertThat(other.post(person("Ben") + "/removal", Map.of()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(dev.getJson(at + "/keys").statusCode()).isEqualTo(404);
        assertThat(world.in(() -> members.find(world.member("Ben").id()))).isPresent();
    }

    @Test
    void somebodyOfAnotherProgramIsNotFoundByDana() {
        var elsewhere = cast.elsewhere();
        String dev = at + "/people/" + elsewhere.member("Dev").id().value();
        assertThat(dana.get(dev).statusCode()).isEqualTo(404);
        assertThat(dana.post(dev + "/removal", Map.of()).statusCode()).isEqualTo(404);
    }

    /// Spring masks its token anew in each answer.
    private static String withoutToken(String page) {
        return page.replaceAll("(data-csrf|name=\"_csrf\" value)=\"[^\"]+\"", "");
    }

    private String person(String name) {
        return at + "/people/" + world.member(name).id().value();
    }

    private SignedInClient as(String name) {
        return SignedInClient.as(world.member(name), sessions, port);
    }
}
