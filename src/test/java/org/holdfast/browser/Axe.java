package org.holdfast.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Asks axe-core whether people can use a page as it stands, by WCAG 2.2 AA and axe's own good practice. The page needs
/// a
/// window made for it.
public final class Axe {

    private static final Path SCRIPT = Path.of("node_modules/axe-core/axe.min.js");

    private Axe() {}

    public static void check(Page page) {
        page.evaluate(script());
        @SuppressWarnings("unchecked") // of strings, by the script below
        List<String> findings = (List<String>) page.evaluate("""
                async () => (await axe.run()).violations.map(
                    one => `${one.id}: ${one.help} ` + one.nodes.map(node => node.html).join(" | "))""");

        assertThat(findings).as("axe on " + page.url()).isEmpty();
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException("run npm ci first", e);
        }
    }
}
