package org.holdfast.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

/// The pages of sign-in and of people, as everybody can use them: on a phone and at a desk, in both languages.
@HoldfastTest
@Tag("browser")
class PeoplePagesTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    SessionRepository<?> sessions;

    @Test
    void signingInCanBeDoneByEverybody() {
        BROWSER.expect("422");
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            for (String language : List.of("en", "es")) {
                Page page = BROWSER.windowForAxe(language, width);
                open(page, "/staff/sign-in");
                page.locator("input[name=email]").fill("nobody");
                page.locator("main button.main").click();
                page.locator("#f-email-error").waitFor();
                Axe.check(page);
                page.locator("input[name=email]").fill("nobody@harbor.example");
                page.locator("main button.main").click();
                page.locator("input[name=code]").waitFor();
                Axe.check(page);
                page.locator("input[name=code]").fill("12345678");
                page.locator("main button.main").click();
                page.locator("#f-code-error").waitFor();
                Axe.check(page);
            }
        }
    }

    @Test
    void peopleCanBeLookedAfterByEverybody() {
        BROWSER.expect("422");
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            for (String language : List.of("en", "es")) {
                World world = cast.world();
                String at = "/staff/" + world.slug();
                Page page = BROWSER.windowForAxe(language, width);
                String session =
                        SignedInClient.as(world.member("Dana"), sessions, port).session();
                page.context()
                        .addCookies(List.of(
                                new Cookie("s", session).setDomain("localhost").setPath("/staff")));
                String lang = "?lang=" + language;
                open(page, at + "/people" + lang);
                open(page, at + "/people/new" + lang);
                page.locator("input[name=name]").fill("Nia Okoro");
                page.locator("main button.main").click();
                page.locator("#f-email-error").waitFor();
                Axe.check(page);
                page.locator("input[name=email]").fill("nia@" + world.slug() + ".example");
                page.locator("main button.main").click();
                page.locator(".notice.good").waitFor();
                Axe.check(page);
                page.locator("[data-shows=remove-sure]").click();
                page.locator("#remove-sure").waitFor();
                Axe.check(page);
                page.locator("#remove-sure button").click();
                page.locator(".notice.good").waitFor();
                Axe.check(page);
                open(page, at + "/log" + lang);
            }
        }
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        Axe.check(page);
    }
}
