package org.holdfast.requests.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.board.RosterView;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;
import org.jspecify.annotations.Nullable;

/// All supporters with load and readiness, a page at a time.
///
/// @param from how many stand on the pages before
/// @param matching how many there are with this name
/// @param said key of what came of the last tap; null for nothing
/// @param edit null where nothing was refused
public record RosterPage(
        Frame frame,
        StaffNav nav,
        List<RosterView.Line> lines,
        Moments moments,
        Field search,
        int from,
        int matching,
        @Nullable String said,
        @Nullable Edit edit) {

    /// Dates that were refused, with what was typed.
    public record Edit(UUID supporter, Field trainingDue, Field agreementDue) {}

    public boolean refused(RosterView.Line line) {
        return edit != null && edit.supporter().equals(line.supporter());
    }

    /// The field of a line for its own small form; its name on the page is the line's own.
    public Field trainingDue(RosterView.Line line) {
        return edit != null && refused(line)
                ? edit.trainingDue()
                : Field.of("trainingDue", frame.t("requests.roster.training"), iso(line.trainingDue()));
    }

    public Field agreementDue(RosterView.Line line) {
        return edit != null && refused(line)
                ? edit.agreementDue()
                : Field.of("agreementDue", frame.t("requests.roster.agreement"), iso(line.agreementDue()));
    }

    public @Nullable String first() {
        return from == 0 ? null : "?name=" + name();
    }

    public @Nullable String next() {
        int next = from + lines.size();
        return next >= matching ? null : "?name=" + name() + "&from=" + next;
    }

    public String due(@Nullable LocalDate due) {
        if (due == null) {
            return frame.t("requests.roster.due.none");
        }
        String day = moments.day(due);
        return due.isBefore(moments.today()) ? frame.t("requests.roster.due.past", day) : day;
    }

    private static String iso(@Nullable LocalDate due) {
        return due == null ? "" : due.toString();
    }

    public String reach(RosterView.Line line) {
        Instant onCall = line.onCallUntil();
        if (onCall != null) {
            return frame.t("requests.roster.reach.onCall", moments.words(onCall));
        }
        if (line.availableNow()) {
            return frame.t("requests.board.now");
        }
        Instant next = line.next();
        return next == null
                ? frame.t("requests.board.hoursUnknown")
                : frame.t("requests.board.from", moments.words(next));
    }

    private String name() {
        return URLEncoder.encode(search.value(), StandardCharsets.UTF_8);
    }
}
