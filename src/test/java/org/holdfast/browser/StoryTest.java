package org.holdfast.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.holdfast.proofs.OwnServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The whole way once, in two people's windows: Amara asks, somebody says yes, they talk, it ends, it is erased. Told
/// in
/// English under the pages' own policy, and in Spanish with axe at every state, at phone and desk width.
@Tag("browser")
class StoryTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static OwnServer server;

    @BeforeAll
    static void start() throws IOException {
        server = OwnServer.start(Map.of(), "--demo");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void amaraAsksIsHeardAndErasesIt() {
        new Story("en", false).tell();
    }

    @Test
    void andInSpanishAndForEverybody() {
        new Story("es", true).tell();
    }

    /// Asking needs no mouse.
    @Test
    void asksByKeyboardAlone() {
        Page amara = BROWSER.window("en", Browser.PHONE);
        amara.navigate(server.base() + "/p/harbor?lang=en");
        tabTo(amara, "[data-view=home] [data-go=ask]");
        amara.keyboard().press("Enter");
        assertThat(amara.locator("[data-view=ask] h1")).isFocused();
        tabTo(amara, "[data-view=ask] [data-on]");
        amara.keyboard().press("Enter");
        assertThat(amara.locator("[data-view=send] h1")).isFocused();
        tabTo(amara, "[data-view=send] textarea[name=text]");
        amara.keyboard().type("Typed without a mouse.");
        tabTo(amara, "[data-view=send] button[type=submit]");
        amara.keyboard().press("Enter");
        assertThat(amara.locator("[data-view=sent] h1")).isFocused();
        tabTo(amara, "[data-view=sent] [data-do=kept]");
        amara.keyboard().press("Enter");
        assertThat(amara.locator("[data-view=request]")).isVisible();
        amara.keyboard().press("Escape");
        amara.keyboard().press("Escape");
        BROWSER.expect("ERR_"); // the address one leaves to is not reachable here
        amara.waitForURL(url -> !url.startsWith(server.base()));
    }

    private static void tabTo(Page page, String selector) {
        for (int steps = 0; steps < 60; steps++) {
            if ((boolean) page.evaluate("s => document.activeElement?.matches(s) ?? false", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    /// One telling.
    private static final class Story {

        private final String language;
        private final boolean axe;
        private final Page amara;
        private final Page ben;

        Story(String language, boolean axe) {
            this.language = language;
            this.axe = axe;
            this.amara = window();
            this.ben = window();
        }

        private Page window() {
            return axe ? BROWSER.windowForAxe(language, Browser.PHONE) : BROWSER.window(language, Browser.PHONE);
        }

        void tell() {
            ask();
            String phrase = keepWords();
            sayYes();
            talk();
            end();
            comeBackAndErase(phrase);
        }

        private void ask() {
            amara.navigate(server.base() + "/p/harbor?lang=" + language);
            look(amara);
            amara.locator("[data-view=home] [data-go=worried]").click();
            look(amara);
            amara.locator("[data-view=worried] .back button").click();
            amara.locator("[data-view=home] [data-go=ask]").click();
            amara.locator("[data-view=ask] input[value=CALL]").check();
            amara.locator("[data-view=ask] [name=contact]").fill("555-010-7788");
            amara.locator("#choose > summary").click();
            look(amara);
            amara.locator("[data-view=ask] [data-on]").click();
            amara.locator("[data-view=send] [name=text]").fill("It was a long night.");
            amara.locator("[data-view=send] [name=callMe]").fill("Sam");
            look(amara);
            amara.locator("[data-view=send] button[type=submit]").click();
        }

        private String keepWords() {
            assertThat(amara.locator("[data-view=sent]")).isVisible();
            look(amara);
            String phrase = String.join(" ", amara.locator("#phrase li").allInnerTexts());
            assertThat(phrase.split(" ")).hasSize(7);
            amara.locator("[data-do=kept]").click();
            assertThat(amara.locator("[data-view=request]")).isVisible();
            look(amara);
            return phrase;
        }

        /// Whoever of the hospital's supporters has the offer.
        private void sayYes() {
            ben.navigate(server.base() + "/staff/demo?lang=" + language);
            look(ben);
            int people = ben.locator("form[action*='/staff/demo/sign-in/']").count();
            for (int who = 0; who < people; who++) {
                ben.navigate(server.base() + "/staff/demo?lang=" + language);
                ben.locator("form[action*='/staff/demo/sign-in/'] button")
                        .nth(who)
                        .click();
                ben.waitForURL("**/staff/harbor*");
                ben.navigate(ben.url() + "?lang=" + language);
                look(ben);
                var offer = ben.locator("a[href*='/offers/']");
                if (offer.count() > 0) {
                    offer.first().click();
                    look(ben);
                    ben.locator("form[action$='/acceptance'] button.main").click();
                    ben.waitForURL("**/talks/*");
                    return;
                }
            }
            throw new AssertionError("nobody has the offer");
        }

        private void talk() {
            assertThat(ben.locator("[data-note=text]")).hasText("It was a long night.");
            assertThat(ben.locator("[data-note=contact]")).hasText("555-010-7788");
            look(ben);
            ben.locator("#f-message").fill("Hello Sam. I am here.");
            ben.locator("[data-compose] button").click();
            assertThat(amara.locator("#talk")).containsText("Hello Sam. I am here.");
            amara.locator("#f-message").fill("Thank you for coming.");
            amara.locator("#compose button").click();
            assertThat(ben.locator("[data-messages-list]")).containsText("Thank you for coming.");
            look(amara);
            ben.locator("form[action$='/first-contact'] button").click();
            assertThat(ben.locator("form[action$='/first-contact']")).hasCount(0);
            assertThat(ben.locator("[data-note=text]")).hasText("It was a long night.");
            look(ben);
        }

        private void end() {
            ben.locator("details:has(form[action$='/ending']) > summary").click();
            ben.locator("form[action$='/ending'] button").click();
            assertThat(ben.locator("form[action$='/tally']")).isVisible();
            look(ben);
            ben.locator("form[action$='/tally'] button.main").click();
            assertThat(amara.locator("[data-part=reopen]")).isVisible();
            look(amara);
        }

        private void comeBackAndErase(String phrase) {
            BROWSER.expect("404"); // words that open nothing, twice
            Page again = window();
            openWith(again, phrase.toUpperCase(Locale.ROOT));
            assertThat(again.locator("[data-view=request]")).isVisible();
            again.locator("details:has([data-do=erase]) > summary").click();
            look(again);
            again.locator("[data-do=erase]").click();
            assertThat(again.locator("[data-view=request]")).isHidden();
            look(again);
            Page erased = window();
            openWith(erased, phrase);
            Page mistyped = window();
            openWith(mistyped, phrase + " x");
            assertThat(erased.locator("#f-words-error")).isVisible();
            assertThat(mistyped.locator("#f-words-error"))
                    .hasText(erased.locator("#f-words-error").innerText());
            look(erased);
        }

        private void openWith(Page page, String phrase) {
            page.navigate(server.base() + "/p/harbor?lang=" + language);
            page.locator("[data-go=words]").click();
            page.locator("#f-words").fill(phrase);
            page.locator("#words button[type=submit]").click();
        }

        /// Can everybody use what is on the page now?
        private void look(Page page) {
            if (axe) {
                for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
                    page.setViewportSize(width, 900);
                    Axe.check(page);
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                            .as("wider than the window: " + page.url())
                            .isLessThanOrEqualTo(width);
                }
            }
        }
    }
}
