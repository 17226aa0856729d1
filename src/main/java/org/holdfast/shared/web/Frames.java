package org.holdfast.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.holdfast.shared.Program;
import org.holdfast.shared.Program.CrisisLine;
import org.holdfast.shared.Program.LineKind;
import org.holdfast.shared.Program.LocalText;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Builds the frame of a page from the request and the program at hand.
@Component
public class Frames {

    /// The attribute under which the signed-in person's language is left for the pages of this request.
    public static final String LANGUAGE = "holdfast.language";

    /// Shown where no program is known yet. The US numbers: 988 Suicide & Crisis Lifeline, 911.
    private static final List<CrisisLine> DEFAULT_LINES = List.of(
            new CrisisLine(LineKind.CRISIS, new LocalText("988 Lifeline", "Línea 988"), "988", "988"),
            new CrisisLine(LineKind.EMERGENCY, new LocalText("Emergency 911", "Emergencia 911"), "911", null));

    private final Assets assets;

    Frames(Assets assets) {
        this.assets = assets;
    }

    /// A page for somebody without an account.
    public Frame seeker(HttpServletRequest request) {
        return build(request, true);
    }

    /// A page for staff, or of the installation itself.
    public Frame staff(HttpServletRequest request) {
        return build(request, false);
    }

    private Frame build(HttpServletRequest request, boolean seeker) {
        String lang = language(request);
        Texts texts = Texts.in(lang);
        Program program = ProgramContext.find().orElse(null);
        List<CrisisLine> lines = program == null ? DEFAULT_LINES : program.lines();
        return new Frame(
                lang,
                "?lang=" + (lang.equals("en") ? "es" : "en"),
                texts.of("shared.title"),
                seeker,
                view(program, lang),
                lines.stream()
                        .map(line -> new Frame.CrisisLineView(
                                line.kind().name(), line.name().in(lang), line.call(), line.textTo()))
                        .toList(),
                csrf(request),
                assets,
                texts);
    }

    private static Frame.@Nullable ProgramView view(@Nullable Program program, String lang) {
        return program == null
                ? null
                : new Frame.ProgramView(
                        program.id().toString(),
                        program.slug(),
                        program.name(),
                        program.wordForSupporter().in(lang),
                        program.operator());
    }

    /// `?lang=` wins, then the signed-in person's own, then the browser's.
    public static String language(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        if (asked == null && request.getAttribute(LANGUAGE) instanceof String own) {
            asked = own;
        }
        if (asked == null) {
            asked = request.getLocale().getLanguage();
        }
        return Locale.of(asked).getLanguage().equals("es") ? "es" : "en";
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
