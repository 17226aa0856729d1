package org.holdfast.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real Chromium, the machine's own. Register it as a static extension of a test tagged `browser`; every window is a
/// person's own browser, with cookies and keys of its own, closed after the test. What a page complains of in its
/// console, a broken content security policy included, fails the test.
public final class Browser implements AfterEachCallback, AfterAllCallback {

    /// Widths that pages are checked at.
    public static final int PHONE = 320;

    public static final int DESK = 1280;

    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /// A person's own window, with nothing in it.
    public Page window(String language, int width) {
        return window(language, width, false);
    }

    /// For [Axe]: its script is put into the page, which the page's own policy would refuse.
    public Page windowForAxe(String language, int width) {
        return window(language, width, true);
    }

    private Page window(String language, int width, boolean bypassPolicy) {
        BrowserContext context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language.equals("es") ? "es-US" : "en-US")
                        .setBypassCSP(bypassPolicy)
                        .setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        windows.add(context);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complain(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complain(error.error()));
        return context.newPage();
    }

    /// A complaint that this test brings about itself, such as "404" where it asks for what is not there.
    public void expect(String part) {
        expected.add(part);
    }

    private void complain(String text) {
        complaints.add(text);
    }

    private com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setChannel("")
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        }
        return Objects.requireNonNull(chromium);
    }

    private static Path executable() {
        return Path.of(Optional.ofNullable(System.getenv("HOLDFAST_CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        windows.forEach(BrowserContext::close);
        windows.clear();
        List<String> unexpected = complaints.stream()
                .filter(text -> expected.stream().noneMatch(text::contains))
                .toList();
        complaints.clear();
        expected.clear();
        assertThat(unexpected).as("what pages complained of").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
