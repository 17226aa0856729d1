package org.holdfast.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.holdfast.HoldfastTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@HoldfastTest
@Tag("browser")
class FrontDoorTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Test
    void saysWhereToGoInBothLanguagesAndWidths() {
        for (String language : new String[] {"en", "es"}) {
            for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
                Page page = BROWSER.windowForAxe(language, width);
                page.navigate("http://localhost:" + port + "/");

                assertThat(page.locator("html")).hasAttribute("lang", language);
                Axe.check(page);
            }
        }
    }

    @Test
    void itsOwnPolicyIsKept() {
        Page page = BROWSER.window("en", Browser.PHONE);
        page.navigate("http://localhost:" + port + "/");

        assertThat(page).hasTitle("Home");
    }
}
