package org.holdfast.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
        page.navigate(home());
        page.locator("form[action$='/ben'] button").click();

        page.waitForURL("**/staff/harbor");
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
