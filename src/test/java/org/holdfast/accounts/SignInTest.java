package org.holdfast.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dana signs in. Eve tries to.
@HoldfastTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    AskedCodes codes;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    Cast.World world;
    String dana;

    @BeforeEach
    void aWorld() {
        world = cast.world();
        dana = "dana@" + world.slug() + ".example";
    }

    @Test
    void danaSignsInWithTheCodeFromHerMail() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/staff/" + world.slug()).statusCode()).isEqualTo(404);

        signIn(browser, dana);

        assertThat(signedIn(browser)).isTrue();
    }

    @Test
    void theSessionBeforeSignInIsWorthNothingAfterIt() {
        Browser browser = new Browser(port);
        browser.get("/staff/sign-in");
        String before = browser.cookie();

        signIn(browser, dana);

        assertThat(before).isNotEmpty();
        assertThat(browser.cookie()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aCodeWorksInTheBrowserThatAskedOnly() {
        Browser browser = new Browser(port);
        ask(browser, dana);
        String code = codes.last();
        Browser eve = new Browser(port);
        ask(eve, "nobody@example.org");

        assertThat(eve.send("/staff/code", "/staff/code", Map.of("code", code)).statusCode())
                .isEqualTo(422);
        assertThat(signedIn(eve)).isFalse();
    }

    @Test
    void aCodeWorksOnceAndForTenMinutes() {
        Browser browser = new Browser(port);
        ask(browser, dana);
        clock.forward(Duration.ofMinutes(10));
        assertThat(type(browser, codes.last())).isFalse();

        ask(browser, dana);
        String code = codes.last();
        assertThat(type(browser, code)).isTrue();
        Browser again = new Browser(port);
        ask(again, dana);
        assertThat(type(again, code)).isFalse();
    }

    @Test
    void fiveWrongTriesAndTheRightCodeIsWorthNothing() {
        Browser browser = new Browser(port);
        ask(browser, dana);
        String code = codes.last();
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        for (int i = 0; i < 5; i++) {
            assertThat(type(browser, wrong)).isFalse();
        }
        assertThat(type(browser, code)).isFalse();
    }

    @Test
    void anUnknownAddressIsAnsweredAlike() {
        Browser browser = new Browser(port);
        Browser eve = new Browser(port);
        var known = ask(browser, dana);
        var unknown = ask(eve, "nobody@" + world.slug() + ".example");

        assertThat(strip(unknown)).isEqualTo(strip(known));
        assertThat(codes.asked.getLast().account()).isEmpty();
        assertThat(type(eve, codes.last())).isFalse();
    }

    @Test
    void theSeventhCodeOfAnHourIsNotMailedAndOpensNothing() {
        Browser browser = new Browser(port);
        for (int i = 0; i < 6; i++) {
            ask(browser, dana);
            assertThat(codes.asked.getLast().account()).isPresent();
        }
        ask(browser, dana);
        assertThat(codes.asked.getLast().account()).isEmpty();
        assertThat(type(browser, codes.last())).isFalse();

        clock.forward(Duration.ofMinutes(61));
        ask(browser, dana);
        assertThat(type(browser, codes.last())).isTrue();
    }

    @Test
    void aSessionEndsAfterAWorkingDay() {
        Browser browser = new Browser(port);
        signIn(browser, dana);
        clock.forward(Duration.ofHours(12));
        assertThat(signedIn(browser)).isFalse();
    }

    @Test
    void signingOutEndsTheSessionAndClearsTheBrowser() {
        Browser browser = new Browser(port);
        signIn(browser, dana);
        // the answer is a redirect; what it clears is seen by a browser, in the browser tests
        browser.send("/staff/sign-in", "/staff/sign-out", Map.of());
        assertThat(signedIn(browser)).isFalse();
    }

    @Test
    void whoseSessionHasEndedIsShownTheWayToSignIn() {
        assertThat(new Browser(port).get("/staff/" + world.slug()).body()).contains("href=\"/staff/sign-in\"");
        assertThat(new Browser(port).get("/staff/made-up").body()).contains("href=\"/staff/sign-in\"");
    }

    @Test
    void endingSessionsEndsThemInAllBrowsers() {
        Browser one = new Browser(port);
        Browser other = new Browser(port);
        signIn(one, dana);
        signIn(other, dana);
        accounts.endSessions(world.member("Dana").account());
        assertThat(signedIn(one)).isFalse();
        assertThat(signedIn(other)).isFalse();
    }

    @Test
    void aCodeIsKeptOnlyAsAHash() {
        Browser browser = new Browser(port);
        ask(browser, dana);
        UUID account = world.member("Dana").account().value();
        byte[] kept = jdbc.sql("select code from accounts.sign_in_code where account_id = :account")
                .param("account", account)
                .query(byte[].class)
                .single();
        assertThat(kept).hasSize(32);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(codes.last());
    }

    private void signIn(Browser browser, String email) {
        ask(browser, email);
        assertThat(type(browser, codes.last())).isTrue();
    }

    private String ask(Browser browser, String email) {
        var answer = browser.send("/staff/sign-in", "/staff/sign-in", Map.of("email", email));
        assertThat(answer.uri().getPath()).isEqualTo("/staff/code");
        return answer.body();
    }

    /// Whether the code lets its typist in; if not, it is the same page with a message.
    private boolean type(Browser browser, String code) {
        var answer = browser.send("/staff/code", "/staff/code", Map.of("code", code));
        boolean in = answer.uri().getPath().equals("/staff/" + world.slug());
        assertThat(in || answer.statusCode() == 422).isTrue();
        return in;
    }

    private boolean signedIn(Browser browser) {
        var answer = browser.get("/staff");
        assertThat(answer.statusCode() == 404 || !answer.uri().getPath().equals("/staff"))
                .isTrue();
        return !answer.uri().getPath().equals("/staff");
    }

    private static String strip(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
