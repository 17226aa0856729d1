package org.holdfast.requests;

import java.util.List;
import java.util.Map;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Option;

/// The asker's one document: every view of it, in one language.
///
/// @param departments each with its site as parent, or none
/// @param languages in which one may wish to talk, named in themselves
/// @param publicSupporters empty unless policy publishes the list
/// @param otherHelp places beside this program, each with who would learn of it
/// @param programTexts kind (`PRIVACY`, `EXCEPTIONS`, `LAW`, `OPENING_HOURS`) to markup that the server
///     made from Markdown without HTML; a kind without a text is absent
/// @param howFast from policy and hours, in words, so that it is never false
/// @param closeAfterDays from ending to erasing
/// @param backupDays until what was erased is gone from backups too
/// @param mayShowNameFirst whether policy lets one see the name before the note is handed over
public record VisitPage(
        Frame frame,
        List<Option> professions,
        List<Option> organisations,
        List<Option> sites,
        List<Option> departments,
        List<Option> topicsFirst,
        List<Option> topicsMore,
        List<Option> languages,
        List<PublicSupporter> publicSupporters,
        List<OtherHelp> otherHelp,
        Map<String, String> programTexts,
        String howFast,
        int closeAfterDays,
        int backupDays,
        boolean mayShowNameFirst) {

    /// @param about profession and the like, as the supporter lets it be shown
    public record PublicSupporter(String id, String name, String about) {}

    public record OtherHelp(String name, String contact, String whoLearns) {}

    /// Departments that stand under a site; those under none are found with an empty one.
    public List<Option> departmentsOf(String site) {
        return departments.stream()
                .filter(one -> site.equals(one.parent() == null ? "" : one.parent()))
                .toList();
    }

    public String programText(String kind) {
        return programTexts.getOrDefault(kind, "");
    }
}
