package org.holdfast.requests.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.encounters.Encounters;
import org.holdfast.encounters.Tally;
import org.holdfast.programs.Member;
import org.holdfast.programs.Places;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Option;
import org.holdfast.shared.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "I had a talk": into the box it goes, with nothing about who, whom or when.
@Controller
@Staff(Role.SUPPORTER)
class InformalTalkController {

    private static final Map<String, String> USUAL = Map.of(
            "outcome", Tally.Outcome.TALKED.name(),
            "channel", Tally.Channel.IN_PERSON.name(),
            "minutes", Tally.Minutes.TO_30.name(),
            "contacts", Tally.Contacts.ONE.name(),
            "profession", Tally.UNKNOWN,
            "topic", Tally.UNKNOWN);

    private final Encounters encounters;
    private final Places places;
    private final Frames frames;

    InformalTalkController(Encounters encounters, Places places, Frames frames) {
        this.encounters = encounters;
        this.places = places;
        this.frames = frames;
    }

    @GetMapping("/staff/{slug}/informal-talks")
    Page form(HttpServletRequest request, Member member, @RequestParam(defaultValue = "") String said) {
        Frame frame = frames.staff(request);
        TallyForm tally = TallyForm.of(frame, places.professions(), USUAL, Map.of());
        return new Page(
                "requests/informalTalk",
                new InformalTalkPage(
                        frame, StaffNav.of(frame, member, "informal-talks"), tally, said.equals("counted")));
    }

    @PostMapping("/staff/{slug}/informal-talks")
    Object count(HttpServletRequest request, Member member) {
        Frame frame = frames.staff(request);
        var typed = new HashMap<String, String>();
        var errors = new HashMap<String, String>();
        TallyForm asked = TallyForm.of(frame, places.professions(), Map.of(), Map.of());
        for (TallyForm.Question question : asked.questions()) {
            String answer = request.getParameter(question.name());
            var codes = question.options().stream().map(Option::value).collect(Collectors.toSet());
            if (answer != null && codes.contains(answer)) {
                typed.put(question.name(), answer);
            } else {
                errors.put(question.name(), frame.t("requests.tally.missing"));
            }
        }
        if (!errors.isEmpty()) {
            TallyForm again = TallyForm.of(frame, places.professions(), typed, errors);
            return Page.refused(
                    "requests/informalTalk",
                    new InformalTalkPage(frame, StaffNav.of(frame, member, "informal-talks"), again, false));
        }
        encounters.drop(tally(typed), false, true);
        URI address = URI.create("/staff/" + ProgramContext.current().slug() + "/informal-talks?said=counted");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    private static Tally tally(Map<String, String> typed) {
        return new Tally(
                Tally.Door.NONE,
                answer(typed, "profession"),
                answer(typed, "topic"),
                Tally.Channel.valueOf(answer(typed, "channel")),
                Tally.Minutes.valueOf(answer(typed, "minutes")),
                Tally.Contacts.valueOf(answer(typed, "contacts")),
                Tally.Outcome.valueOf(answer(typed, "outcome")));
    }

    private static String answer(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, Tally.UNKNOWN);
    }
}
