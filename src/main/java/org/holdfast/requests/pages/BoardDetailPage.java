package org.holdfast.requests.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.matching.Availability;
import org.holdfast.programs.Places.Profession;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.board.BoardDetail;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;
import org.jspecify.annotations.Nullable;

/// One request on the board, with who may be asked and why.
///
/// @param said key of what came of the last tap; null for nothing
public record BoardDetailPage(
        Frame frame,
        StaffNav nav,
        BoardDetail detail,
        Moments moments,
        List<Profession> professions,
        @Nullable String said) {

    public String saidKind() {
        return "requests.board.said.notAny".equals(said) ? "watch" : "good";
    }

    public String ways() {
        return TalkWords.ways(frame, detail.ways());
    }

    public String topics() {
        return TalkWords.topics(frame, detail.topics());
    }

    public String language() {
        return TalkWords.language(frame, detail.language());
    }

    public String profession() {
        return professions.stream()
                .filter(one -> one.code().equals(detail.profession()))
                .map(one -> one.name().in(frame.lang()))
                .findFirst()
                .orElseGet(() -> frame.t("requests.board.notShown"));
    }

    public String availability(Availability when) {
        return switch (when) {
            case Availability.Now now -> frame.t("requests.board.now");
            case Availability.From from -> frame.t("requests.board.from", moments.words(from.time()));
            case Availability.Unknown unknown -> frame.t("requests.board.hoursUnknown");
        };
    }

    public String reasons(BoardDetail.Candidacy candidacy) {
        return candidacy.reasons().stream().map(reason -> frame.t(reason.key())).collect(Collectors.joining(" · "));
    }
}
