package org.holdfast.requests.pages;

import java.util.List;
import org.holdfast.programs.Places.HandOffKind;
import org.holdfast.programs.Places.HandOffPlace;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.pairings.TalkView;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;
import org.jspecify.annotations.Nullable;

/// One talk on its supporter's side. What is sealed opens in the browser.
///
/// @param dangerWords the program's own words for danger, as safe markup; null where it has none
/// @param tally the form after the end; null once it was left
/// @param said key of what the last tap did; null for nothing
/// @param refused key of why it did nothing; null for nothing
public record TalkPage(
        Frame frame,
        StaffNav nav,
        TalkView talk,
        Moments moments,
        List<HandOffPlace> allPlaces,
        @Nullable String dangerWords,
        int endedDays,
        @Nullable TallyForm tally,
        @Nullable String said,
        @Nullable String refused) {

    public String ways() {
        return TalkWords.ways(frame, talk.ways());
    }

    public String topics() {
        return TalkWords.topics(frame, talk.topics());
    }

    public List<HandOffPlace> places(HandOffKind kind) {
        return allPlaces.stream().filter(place -> place.kind() == kind).toList();
    }

    /// Places for the other person: neither the consultant nor whom to call in danger.
    public List<HandOffPlace> handOffs() {
        return allPlaces.stream()
                .filter(place -> place.kind() != HandOffKind.CONSULTANT && place.kind() != HandOffKind.DANGER_CONTACT)
                .toList();
    }
}
