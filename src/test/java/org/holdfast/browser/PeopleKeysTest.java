package org.holdfast.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.programs.keys.Keys;
import org.holdfast.programs.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

/// Dana gives her program its key, signs Ben and Bea after comparing numbers, and removes Ben: each in their own
/// browser, with keys made there.
@HoldfastTest
@Tag("browser")
class PeopleKeysTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    Keys keys;

    @Autowired
    People people;

    private World world;
    private Page dana;

    @BeforeEach
    void danaFoundsHerProgram() {
        world = cast.world();
        world.sql("delete from programs.intake_key where program = :program", Map.of());
        world.sql("delete from programs.program_key where program = :program", Map.of());
        dana = withKey("Dana");
        dana.navigate(at("people"));
        dana.locator("[data-found]").click();
        assertThat(dana.locator("[data-sheet] li")).hasCount(24);
        assertThat(dana.locator("[data-link]"))
                .hasText(Pattern.compile("/p/" + world.slug() + "#k=[A-Za-z0-9_-]{22}$"));
    }

    @Test
    void aKeyCountsOnceItWasComparedAndReadersPassOnWhatNewcomersLack() {
        Page ben = withKey("Ben");
        assertThat(ben.locator("[data-compare-first]")).isVisible();
        String digits = ben.locator("[data-digits]").textContent();
        compare("Ben", digits);
        ben.reload();
        assertThat(ben.locator("[data-counts]")).isVisible();
        assertThat(ready("Ben")).isTrue();

        Page bea = withKey("Bea");
        compare("Bea", bea.locator("[data-digits]").textContent());
        assertThat(ready("Bea")).isFalse();
        ben.reload();
        await().until(() -> ready("Bea"));
    }

    @Test
    void whenSomebodyIsRemovedTheNextKeyHolderMakesANewKeyForThoseWhoStay() {
        Page ben = withKey("Ben");
        compare("Ben", ben.locator("[data-digits]").textContent());
        Page bea = withKey("Bea");
        compare("Bea", bea.locator("[data-digits]").textContent());
        ben.reload();
        await().until(() -> ready("Bea"));
        int before = world.in(() -> keys.currentIntake().orElseThrow().number());

        world.in(() -> people.remove(world.member("Dana"), world.member("Ben").id()));
        dana.navigate(at("people"));

        await().until(() -> world.in(() -> keys.currentIntake().orElseThrow().number()) == before + 1);
        assertThat(ready("Bea")).isTrue();
        assertThat(world.in(() -> keys.signedSupporters()))
                .containsExactly(world.member("Bea").id());
    }

    @Test
    void whoIsNotHeldToBeTheSameIsNotSigned() {
        Page ben = withKey("Ben");
        dana.navigate(at("people/" + world.member("Ben").id().value()));
        assertThat(dana.locator("[data-digits]"))
                .hasText(ben.locator("[data-digits]").textContent());
        dana.locator("[data-different]").click();

        assertThat(dana.locator("[data-state=different]")).isFocused();
        assertThat(ready("Ben")).isFalse();
    }

    @Test
    void aKeyPutInPlaceOfTheComparedOneIsNotSigned() {
        withKey("Ben");
        dana.navigate(at("people/" + world.member("Ben").id().value()));
        dana.locator("[data-same]").waitFor();
        // somebody with Ben's mailbox makes another key before Dana has tapped
        withKey("Ben", "[data-state=unlock] summary");

        dana.locator("[data-same]").click();

        assertThat(dana.locator("[data-state=changed]")).isVisible();
        assertThat(world.in(() -> keys.statement())).isEmpty();
    }

    @Test
    void aReplayedStatementIsRefused() {
        Page ben = withKey("Ben");
        compare("Ben", ben.locator("[data-digits]").textContent());
        Response older = ben.waitForResponse("**/staff/*/keys", ben::reload);
        String first = older.text();
        Page bea = withKey("Bea");
        compare("Bea", bea.locator("[data-digits]").textContent());
        ben.reload();
        assertThat(ben.locator("[data-counts]")).isVisible();

        ben.route(
                "**/staff/*/keys",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(first)));
        ben.reload();

        assertThat(ben.locator("[data-state=refused]")).isVisible();
        assertThat(ben.locator("[data-counts]")).isHidden();
    }

    /// Over the phone, as it were.
    private void compare(String name, String digits) {
        dana.navigate(at("people/" + world.member(name).id().value()));
        assertThat(dana.locator("[data-digits]")).hasText(digits);
        dana.locator("[data-same]").click();
        assertThat(dana.locator("[data-state=done]")).isVisible();
    }

    private boolean ready(String name) {
        return world.in(() -> keys.ready(world.member(name).id()));
    }

    private Page withKey(String name) {
        return withKey(name, "[data-state=make]");
    }

    /// @param before what to tap before the button that makes a key
    private Page withKey(String name, String before) {
        Page page = BROWSER.window("en", Browser.PHONE);
        String session = SignedInClient.as(world.member(name), sessions, port).session();
        page.context()
                .addCookies(
                        List.of(new Cookie("s", session).setDomain("localhost").setPath("/staff")));
        page.navigate(at("key"));
        page.locator(before).click();
        page.locator("[data-make]:visible").click();
        page.locator("[data-words] li").first().waitFor();
        page.locator("[data-written]").click();
        page.locator("[data-digits]").waitFor();
        return page;
    }

    private String at(String page) {
        return "http://localhost:" + port + "/staff/" + world.slug() + "/" + page;
    }
}
