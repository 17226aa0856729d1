package org.holdfast.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.holdfast.HoldfastTest;
import org.holdfast.browser.Axe;
import org.holdfast.browser.Browser;
import org.holdfast.shared.HoldfastSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The made-up hospital, on data of its own, as a newcomer meets it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DemoTest.OwnData.class)
@Import(HoldfastTest.Setting.class)
@DirtiesContext
@Tag("browser")
class DemoTest {

    static class OwnData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path data = Files.createTempDirectory("holdfast-demo-test");
                TestPropertyValues.of("holdfast.demo=true", "holdfast.data=" + data)
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    HoldfastSettings settings;

    @Test
    void benIsSignedInWithHisKeyByOneClick() {
        Page page = BROWSER.window("en", Browser.DESK);
        become(page, "ben");
        assertThat(page.locator("h1")).containsText("Ben");
        page.navigate(home().replace("/demo", "/staff/harbor/key"));
        page.waitForFunction("() => document.querySelector('main')?.textContent.trim() !== ''");
        assertThat((Boolean) page.evaluate("""
                        async () => new Promise((resolve) => {
                            const open = indexedDB.open("holdfast-staff");
                            open.onsuccess = () => {
                                const get = open.result.transaction("key").objectStore("key").get("open");
                                get.onsuccess = () => resolve(get.result.key.privateKey instanceof CryptoKey
                                    && get.result.key.privateKey.extractable === false);
                            };
                        })""")).isTrue();
    }

    @Test
    void showsWhatTheServerHoldsBesideWhatEachPersonsKeysOpen() {
        Page amara = BROWSER.window("en", Browser.PHONE);
        amara.navigate(home());
        amara.navigate(
                "http://localhost:" + port + amara.locator("main .button.main").getAttribute("href"));
        amara.locator("[data-view=home] [data-go=ask]").first().click();
        amara.locator("[data-view=ask] [data-on]").click();
        amara.locator("[name=text]").fill("the monitor would not stop");
        amara.locator("[data-view=send] button[type=submit]").click();
        assertThat(amara.locator("#phrase li")).hasCount(7);
        String words = String.join(" ", amara.locator("#phrase li").allInnerTexts());
        amara.locator("[data-do=kept]").click();

        Page ben = BROWSER.window("en", Browser.DESK);
        become(ben, "ben");
        ben.locator("a[href*='/offers/']").first().click();
        ben.locator("form[action$='/acceptance'] button").first().click();
        assertThat(ben.locator("main")).containsText("the monitor would not stop");

        Page held = BROWSER.windowForAxe("en", Browser.DESK);
        held.navigate(home());
        held.locator("a[href*='/held/']").click();
        assertThat(held.locator("main")).not().containsText("the monitor would not stop");
        assertThat(tried(held, "chloe")).not().containsText("the monitor");
        assertThat(tried(held, "bea")).containsText("The copy does not open.");
        assertThat(tried(held, "ben")).containsText("The supporter's own copy: the monitor would not stop");
        held.locator("#held-words").fill(words);
        held.locator(".held-words button").click();
        assertThat(held.locator(".held-words + .held-result")).containsText("Talks with: Ben Ortiz");
        Axe.check(held);
    }

    private static Locator tried(Page held, String who) {
        Locator button = held.locator("button[data-who=" + who + "]");
        button.click();
        Locator result = button.locator("xpath=following-sibling::*[contains(@class, 'held-result')]");
        assertThat(result).not().containsText("Opening");
        return result;
    }

    private void become(Page page, String who) {
        page.navigate(home());
        page.locator("form[action$='/" + who + "'] button").click();
        page.waitForURL("**/staff/harbor");
    }

    @Test
    void everyPageOfTheDemoIsForEverybody() {
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            for (String language : new String[] {"en", "es"}) {
                Page page = BROWSER.windowForAxe(language, width);
                page.navigate(home());
                Axe.check(page);
                page.navigate(home() + "/mail");
                Axe.check(page);
            }
        }
    }

    @Test
    void passphrasesLieInOneFileForItsOwnerAlone() throws IOException {
        Path file = settings.data().resolve("demo-passphrases");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).hasSize(16).allMatch(line -> line.split(" ").length == 7);
    }

    private String home() {
        return "http://localhost:" + port + "/demo";
    }
}
