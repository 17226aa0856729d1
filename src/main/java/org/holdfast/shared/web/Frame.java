package org.holdfast.shared.web;

import java.util.List;
import org.holdfast.shared.Texts;
import org.jspecify.annotations.Nullable;

/// What the layout of every page needs.
///
/// @param lang `en` or `es`
/// @param otherLangUrl the same page in the other language
/// @param title neutral: it stands in the tab and in the history
/// @param seeker whether this is a page for someone without an account (quick exit shown)
/// @param csrf Spring's token, empty on seeker pages
public record Frame(
        String lang,
        String otherLangUrl,
        String title,
        boolean seeker,
        @Nullable ProgramView program,
        List<CrisisLineView> lines,
        String csrf,
        Assets assets,
        Texts texts) {

    /// @param wordForSupporter the program's word in this page's language
    public record ProgramView(String id, String slug, String name, String wordForSupporter, String operator) {}

    /// @param kind CRISIS, EMERGENCY or PROGRAM
    public record CrisisLineView(
            String kind, String name, String call, @Nullable String textTo) {}

    public String t(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public ProgramView theProgram() {
        if (program == null) {
            throw new IllegalStateException("a page outside a program");
        }
        return program;
    }
}
