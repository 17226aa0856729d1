package org.holdfast.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.accounts.StaffKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

/// Ben's key in his own browser.
@HoldfastTest
@Tag("browser")
class StaffKeyTest {

    /// What lies in the browser, or null.
    private static final String KEPT = """
            () => new Promise((resolve, reject) => {
                const opening = indexedDB.open("holdfast-staff", 1);
                opening.onupgradeneeded = () => opening.result.createObjectStore("key");
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = async () => {
                    const database = opening.result;
                    const reading = database.transaction("key").objectStore("key").getAll();
                    reading.onsuccess = async () => {
                        database.close();
                        const kept = reading.result[0];
                        if (!kept) return resolve("nothing");
                        const key = kept.key.privateKey;
                        const taken = await crypto.subtle.exportKey("pkcs8", key).then(() => "given", () => "refused");
                        resolve(`${reading.result.length} ${key.constructor.name} ${key.extractable} ${taken}`);
                    };
                };
            })""";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    StaffKeys staffKeys;

    private World world;

    @BeforeEach
    void world() {
        world = cast.world();
    }

    @Test
    void benMakesHisKeyAndOpensItWithHisWordsAfterAPause() {
        Page page = signedIn("Ben", "en");
        page.clock().install();
        page.navigate(key());
        String words = makeKey(page, "Make my key", "I have written them down");

        assertThat(page.locator("[data-digits]")).hasText(Pattern.compile("\\d{4}( \\d{4}){4}"));
        String digits = page.locator("[data-digits]").textContent();
        assertThat(staffKeys.of(world.member("Ben").account())).hasSize(1);
        assertThat(page.evaluate(KEPT)).isEqualTo("1 CryptoKey false refused");
        page.reload();
        assertThat(page.locator("[data-digits]")).hasText(digits);

        page.clock().fastForward("16:00");
        Locator field = page.getByLabel("Your six words");
        assertThat(field).isVisible();
        assertThat(page.evaluate(KEPT)).isEqualTo("nothing");

        field.fill("six words that are not his");
        page.getByText("Open my key").click();
        assertThat(page.getByText("These words do not open your key")).isVisible();
        assertThat(field).hasValue("six words that are not his");
        assertThat(field).isFocused();

        field.fill("  " + words.toUpperCase(Locale.ROOT).replace(" ", "  "));
        page.getByText("Open my key").click();
        assertThat(page.locator("[data-digits]")).hasText(digits);
    }

    @Test
    void signingOutTakesTheKeyFromTheBrowser() {
        Page page = signedIn("Ben", "en");
        page.navigate(key());
        makeKey(page, "Make my key", "I have written them down");
        Page other = page.context().newPage();
        other.navigate(key());
        assertThat(other.locator("[data-digits]")).isVisible();

        page.locator("footer button").click();

        assertThat(page).hasURL(Pattern.compile("/staff/sign-in$"));
        assertThat(page.evaluate(KEPT)).isEqualTo("nothing");
        BROWSER.expect("404");
        assertThat(other.locator("[data-digits]")).isHidden();
    }

    @Test
    void whoeverSignsInNextInThisBrowserFindsNoKey() {
        Page page = signedIn("Ben", "en");
        page.navigate(key());
        makeKey(page, "Make my key", "I have written them down");

        signIn(page, "Bea");
        page.navigate(key());

        assertThat(page.getByText("Make my key")).isVisible();
        assertThat(page.evaluate(KEPT)).isEqualTo("nothing");
    }

    @Test
    void openingTheKeyLeadsBackAndNowhereElse() {
        BROWSER.expect("404");
        Page page = signedIn("Ben", "en");
        page.navigate(key());
        String words = makeKey(page, "Make my key", "I have written them down");
        for (String then : List.of("/staff/" + world.slug() + "/informal-talks", "https://evil.example/")) {
            page.getByText("Put my key away now").click();
            page.getByLabel("Your six words").waitFor();
            page.navigate(key() + "?then=" + then);
            page.getByLabel("Your six words").fill(words);
            page.getByText("Open my key").click();
            String there = then.startsWith("/") ? then : "/staff/" + world.slug();
            assertThat(page).hasURL(base() + there);
            page.navigate(key());
        }
    }

    @Test
    void everyStateOfThePageCanBeUsedByEverybody() {
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            for (String language : List.of("en", "es")) {
                String person = language.equals("es") ? "Bea" : width == Browser.PHONE ? "Ben" : "Chloe";
                Page page = BROWSER.windowForAxe(language, width);
                signIn(page, language.equals("es") && width == Browser.DESK ? "Dana" : person);
                page.navigate(key() + "?lang=" + language);
                page.locator("[data-make]").first().waitFor();
                Axe.check(page);
                page.locator("[data-make]").first().click();
                page.locator("[data-words] li").first().waitFor();
                Axe.check(page);
                page.locator("[data-written]").click();
                page.locator("[data-digits]").waitFor();
                Axe.check(page);
                page.locator("[data-lock]").click();
                page.locator("#f-passphrase").waitFor();
                page.getByRole(AriaRole.CHECKBOX).waitFor();
                Axe.check(page);
            }
        }
    }

    private static String makeKey(Page page, String make, String written) {
        page.getByText(make).click();
        assertThat(page.locator("[data-words] li")).hasCount(6);
        String words = String.join(" ", page.locator("[data-words] li").allTextContents());
        page.getByText(written).click();
        page.locator("[data-digits]").waitFor();
        return words;
    }

    private Page signedIn(String name, String language) {
        Page page = BROWSER.window(language, Browser.PHONE);
        signIn(page, name);
        return page;
    }

    private void signIn(Page page, String name) {
        String session = SignedInClient.as(world.member(name), sessions, port).session();
        page.context()
                .addCookies(
                        List.of(new Cookie("s", session).setDomain("localhost").setPath("/staff")));
    }

    private String key() {
        return base() + "/staff/" + world.slug() + "/key";
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
