package org.holdfast.requests.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.holdfast.encounters.Tally;
import org.holdfast.programs.Member;
import org.holdfast.programs.Places;
import org.holdfast.programs.Policies;
import org.holdfast.programs.ProgramTexts;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.pairings.OwnTalks;
import org.holdfast.requests.pairings.TalkView;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// One talk on its supporter's side.
@Controller
class TalkController {

    private final OwnTalks talks;
    private final Places places;
    private final ProgramTexts programTexts;
    private final Policies policies;
    private final Frames frames;
    private final Clock clock;

    TalkController(
            OwnTalks talks, Places places, ProgramTexts programTexts, Policies policies, Frames frames, Clock clock) {
        this.talks = talks;
        this.places = places;
        this.programTexts = programTexts;
        this.policies = policies;
        this.frames = frames;
        this.clock = clock;
    }

    @Staff(Role.SUPPORTER)
    @GetMapping("/staff/{slug}/talks/{pairing}")
    Page talk(
            HttpServletRequest request,
            Member member,
            @PathVariable UUID pairing,
            @RequestParam(required = false) @Nullable String said,
            @RequestParam(required = false) @Nullable String refused) {
        TalkView talk = talks.find(member.id(), new PairingId(pairing)).orElseThrow(NotFound::new);
        Frame frame = frames.staff(request);
        boolean tallied = talk.endedOn() == null || talk.left() != null;
        return new Page(
                "requests/talk",
                new TalkPage(
                        frame,
                        StaffNav.of(frame, member, "talks"),
                        talk,
                        Moments.of(frame, ProgramContext.current().zone(), clock),
                        places.handOffPlaces(),
                        programTexts
                                .html(ProgramTexts.Kind.DANGER_WORDS, frame.lang())
                                .orElse(null),
                        policies.current().privacy().endedDays(),
                        tallied ? null : tally(frame, talk.prefilled()),
                        Said.key(frame, "requests.talk.said", said),
                        Said.key(frame, "requests.talk.refused", refused)));
    }

    private TallyForm tally(Frame frame, Tally prefilled) {
        return TallyForm.of(
                frame,
                places.professions(),
                Map.of(
                        "profession", prefilled.profession(),
                        "topic", prefilled.topic(),
                        "channel", prefilled.channel().name(),
                        "minutes", prefilled.minutes().name(),
                        "contacts", prefilled.contacts().name(),
                        "outcome", prefilled.outcome().name()),
                Map.of());
    }
}
