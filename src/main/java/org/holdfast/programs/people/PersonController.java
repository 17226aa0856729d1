package org.holdfast.programs.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One person: how far they have come, the comparing of their key, their roles, their removal.
@Controller
@Staff(Role.DIRECTOR)
class PersonController {

    private static final Set<String> SAID = Set.of("added", "roles");

    private final People people;
    private final PeopleReading reading;
    private final Frames frames;

    PersonController(People people, PeopleReading reading, Frames frames) {
        this.people = people;
        this.reading = reading;
        this.frames = frames;
    }

    @GetMapping("/staff/{slug}/people/{member}")
    Page person(
            HttpServletRequest request,
            Member director,
            @PathVariable UUID member,
            @RequestParam(required = false) @Nullable String said) {
        PeoplePage.Line line = reading.line(new MemberId(member));
        String shown = said != null && SAID.contains(said) ? said : null;
        return new Page(
                "programs/person",
                page(frames.staff(request), director, line, RoleChoices.ticked(line.roles()), null, shown));
    }

    @PostMapping("/staff/{slug}/people/{member}/roles")
    Object roles(
            HttpServletRequest request,
            Member director,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") List<String> roles) {
        MemberId id = new MemberId(member);
        Frame frame = frames.staff(request);
        return switch (people.changeRoles(director, id, RoleChoices.read(roles))) {
            case People.Outcome.Done(var done) -> PeopleController.to(frame, "/" + done.value() + "?said=roles");
            case People.Outcome.Refused(var why) -> refused(frame, director, id, RoleChoices.ticked(roles, frame), why);
        };
    }

    @PostMapping("/staff/{slug}/people/{member}/removal")
    Object removal(HttpServletRequest request, Member director, @PathVariable UUID member) {
        MemberId id = new MemberId(member);
        Frame frame = frames.staff(request);
        return switch (people.remove(director, id)) {
            case People.Outcome.Done(var done) -> PeopleController.to(frame, "?said=removed");
            case People.Outcome.Refused(var why) ->
                refused(frame, director, id, RoleChoices.ticked(reading.line(id).roles()), why);
        };
    }

    private Page refused(Frame frame, Member director, MemberId id, Set<String> ticked, People.Refusal why) {
        return Page.refused(
                "programs/person", page(frame, director, reading.line(id), ticked, "people.refused." + why, null));
    }

    private static PeoplePage.PersonPage page(
            Frame frame,
            Member director,
            PeoplePage.Line line,
            Set<String> ticked,
            @Nullable String refusal,
            @Nullable String said) {
        return new PeoplePage.PersonPage(
                frame,
                StaffNav.of(frame, director, "people/person"),
                line,
                RoleChoices.boxes(frame, ticked, refusal),
                said);
    }
}
