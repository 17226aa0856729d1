package org.holdfast.requests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.TestClock;
import org.holdfast.programs.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@HoldfastTest
class StaffPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    private Cast.World world;
    private Situation situation;
    private String at;

    @BeforeEach
    void everybodyIsThere() {
        world = cast.world();
        situation = new Situation(world, clock);
        at = "/staff/" + world.slug();
    }

    @Test
    void everyPageOfASupporterIsThereInBothLanguages() {
        Member ben = world.member("Ben");
        for (String page : List.of(
                "",
                "/offers/" + situation.offeredTo(ben),
                "/talks/" + situation.talkOf(ben),
                "/talks/" + situation.endedTalkOf(ben),
                "/informal-talks",
                "/profile")) {
            isThereInBothLanguages("Ben", page);
        }
    }

    @Test
    void everyPageOfACoordinatorIsThereInBothLanguages() {
        for (String page : List.of("", "/board", "/board?show=all", "/board/" + situation.waiting(), "/roster")) {
            isThereInBothLanguages("Chloe", page);
            isThereInBothLanguages("Dana", page);
        }
        assertThat(as("Chloe").get(at + "/board/" + situation.request("PARKED")).body())
                .contains("/release");
    }

    @Test
    void devAndEveFindNothingAndCannotTellWhatIsThere() {
        Member ben = world.member("Ben");
        Map<String, String> realAndMadeUp = Map.of(
                "/offers/" + situation.offeredTo(ben),
                "/offers/" + UUID.randomUUID(),
                "/talks/" + situation.talkOf(ben),
                "/talks/" + UUID.randomUUID(),
                "/board/" + situation.waiting(),
                "/board/" + UUID.randomUUID(),
                "",
                "/nothing",
                "/board",
                "/nothing",
                "/roster",
                "/nothing",
                "/profile",
                "/nothing",
                "/informal-talks",
                "/nothing");
        SignedInClient dev = SignedInClient.as(cast.elsewhere().member("Dev"), sessions, port);
        SignedInClient eve = SignedInClient.eve(port);
        for (SignedInClient stranger : List.of(dev, eve)) {
            realAndMadeUp.forEach((real, madeUp) -> {
                HttpResponse<String> answer = stranger.get(at + real);
                assertThat(answer.statusCode()).as(real).isEqualTo(404);
                assertThat(answer.body())
                        .as(real)
                        .isEqualTo(stranger.get(at + madeUp).body());
            });
        }
    }

    @Test
    void beaReadsOfBensOfferWhatSheReadsOfOneThatNeverWas() {
        UUID offer = situation.offeredTo(world.member("Ben"));
        HttpResponse<String> bens = as("Bea").get(at + "/offers/" + offer);
        HttpResponse<String> none = as("Bea").get(at + "/offers/" + UUID.randomUUID());

        assertThat(bens.statusCode()).isEqualTo(404);
        assertThat(bens.body()).contains("This was passed on");
        assertThat(withoutToken(bens)).isEqualTo(withoutToken(none));
    }

    @Test
    void aYesThatComesTooLateLeadsToTheSameWords() {
        String offer = at + "/offers/" + situation.offeredTo(world.member("Ben"));
        HttpResponse<String> late = as("Bea").post(offer + "/acceptance", Map.of());

        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(late.headers().firstValue("Location")).hasValue(offer);
    }

    @Test
    void aTimeTooFarAwayComesBackAtItsField() {
        String offer = at + "/offers/" + situation.offeredTo(world.member("Ben"));
        HttpResponse<String> far = as("Ben").post(offer + "/acceptance", Map.of("yesFrom", "2199-01-01T08:00"));
        HttpResponse<String> page =
                as("Ben").get(far.headers().firstValue("Location").orElseThrow());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"2199-01-01T08:00\"").contains("within the next seven days");
    }

    @Test
    void bensTalkIsNotThereForBeaNorForWhoCoordinates() {
        String talk = at + "/talks/" + situation.talkOf(world.member("Ben"));
        assertThat(as("Bea").get(talk).statusCode()).isEqualTo(404);
        assertThat(as("Chloe").get(talk).statusCode()).isEqualTo(404);
    }

    @Test
    void aTabSaysNothingOfATalk() {
        String page = as("Ben")
                .get(at + "/talks/" + situation.talkOf(world.member("Ben")))
                .body();
        assertThat(page.substring(page.indexOf("<title>"), page.indexOf("</title>")))
                .isEqualTo("<title>Home");
    }

    @Test
    void theSwitchesSayWhatTheyWillDo() {
        Member ben = world.member("Ben");
        String talk = at + "/talks/" + situation.talkOf(ben);
        assertThat(as("Ben").get(at).body()).contains("name=\"paused\" value=\"true\"");
        assertThat(as("Ben").get(talk).body()).contains("name=\"on\" value=\"true\"");

        as("Ben").post(talk + "/danger", Map.of("on", "true"));

        assertThat(as("Ben").get(talk).body())
                .contains("name=\"on\" value=\"false\"")
                .contains("You marked that someone may be in danger.");
    }

    @Test
    void theTallyAfterTheEndIsChosenBeforehandAndIsAskedOnce() {
        UUID talk = situation.endedTalkOf(world.member("Ben"));
        String page = as("Ben").get(at + "/talks/" + talk).body();
        for (String question : List.of("outcome", "channel", "minutes", "contacts", "profession", "topic")) {
            assertThat(page).containsPattern("name=\"" + question + "\" value=\"[^\"]+\" checked");
        }

        as("Ben").post(at + "/talks/" + talk + "/tally", TALLY);

        assertThat(as("Ben").get(at + "/talks/" + talk).body()).doesNotContain("name=\"outcome\"");
    }

    @Test
    void aTalkInTheCorridorIsCountedAndPointsToNobody() {
        HttpResponse<String> answer = as("Ben").post(at + "/informal-talks", TALLY);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(world.in(() -> jdbc.sql("select formal, door, confirmed, channel from encounters.box")
                        .query()
                        .listOfRows()))
                .containsExactly(Map.of("formal", false, "door", "NONE", "confirmed", true, "channel", "CALL"));
    }

    @Test
    void aTallyWithAQuestionLeftOutComesBackWithTheRestKept() {
        HttpResponse<String> answer =
                as("Ben").post(at + "/informal-talks", Map.of("outcome", "NO_THANKS", "channel", "FAX"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"NO_THANKS\" checked").contains("href=\"#f-channel\"");
        assertThat(world.in(() -> jdbc.sql("select count(*) from encounters.box")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void chloeSetsHowLongATrainingHolds() {
        String roster = at + "/roster/" + world.member("Ben").id().value() + "/due-dates";
        HttpResponse<String> answer = as("Chloe").post(roster, Map.of("trainingDue", "2031-02-03", "agreementDue", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(as("Chloe").get(at + "/roster?name=ben").body())
                .contains("Feb 3, 2031")
                .contains("Not on record")
                .doesNotContain(">Bea<");
    }

    @Test
    void aDateThatIsNoneComesBackAtItsField() {
        String roster = at + "/roster/" + world.member("Ben").id().value() + "/due-dates";
        HttpResponse<String> answer = as("Chloe").post(roster, Map.of("trainingDue", "soon"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"soon\"").contains("Please give a day.");
        assertThat(as("Ben").post(roster, Map.of("trainingDue", "2031-02-03")).statusCode())
                .isEqualTo(404);
    }

    private static final Map<String, String> TALLY = Map.of(
            "outcome", "TALKED",
            "channel", "CALL",
            "minutes", "TO_30",
            "contacts", "ONE",
            "profession", "nurse",
            "topic", "SLEEP");

    private void isThereInBothLanguages(String who, String page) {
        String mark = page.contains("?") ? "&" : "?";
        for (String language : List.of("en", "es")) {
            HttpResponse<String> answer = as(who).get(at + page + mark + "lang=" + language);
            assertThat(answer.statusCode()).as(who + page).isEqualTo(200);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("{0,");
        }
    }

    /// The token is masked anew for every answer.
    private static String withoutToken(HttpResponse<String> answer) {
        return answer.body().replaceAll("(data-csrf|_csrf\" value)=\"[^\"]*\"", "");
    }

    private SignedInClient as(String name) {
        return SignedInClient.as(world.member(name), sessions, port);
    }
}
