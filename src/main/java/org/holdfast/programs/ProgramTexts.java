package org.holdfast.programs;

import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Texts that a program owns, by version. Only what a named person confirmed is shown. Markdown without HTML: markup
/// that somebody types is shown as typed, and links keep only safe addresses.
@Repository
@Transactional(readOnly = true)
public class ProgramTexts {

    /// What a text is for.
    public enum Kind {
        /// What stays private.
        PRIVACY,
        /// When it does not.
        EXCEPTIONS,
        /// Whether the law protects it.
        LAW,
        /// When somebody is there, in words.
        OPENING_HOURS,
        /// What a supporter may say when someone may be in danger.
        DANGER_WORDS
    }

    private final JdbcClient jdbc;
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    ProgramTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest confirmed text as safe HTML, or empty where the program has none.
    public Optional<String> html(Kind kind, String language) {
        return jdbc.sql("""
                        select body from programs.text
                        where kind = :kind and language = :language and confirmed_on is not null
                        order by version desc limit 1""")
                .param("kind", kind.name())
                .param("language", language)
                .query((row, n) -> renderer.render(parser.parse(row.getString("body"))))
                .optional();
    }
}
