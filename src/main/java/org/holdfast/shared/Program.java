package org.holdfast.shared;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One peer-support program, as pages and workers need it at hand.
///
/// @param slug in addresses; neutral, it says nothing of support
/// @param operator who runs this installation, named on the public page
/// @param zone the zone in which the program's days and hours are told
/// @param wordForSupporter the program's own word, such as coach, by language
/// @param lines crisis lines, in the order in which every page shows them
public record Program(
        ProgramId id,
        String slug,
        String name,
        String operator,
        ZoneId zone,
        String country,
        boolean demo,
        LocalText wordForSupporter,
        List<CrisisLine> lines) {

    /// A text in the two languages every page has.
    public record LocalText(String en, String es) {

        public String in(String language) {
            return language.equals("es") ? es : en;
        }
    }

    public enum LineKind {
        CRISIS,
        EMERGENCY,
        PROGRAM
    }

    /// A number to call, shown on every page and never logged.
    public record CrisisLine(
            LineKind kind,
            LocalText name,
            String call,
            @Nullable String textTo) {}
}
