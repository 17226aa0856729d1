package org.holdfast.programs.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.programs.keys.KeyStates;
import org.holdfast.shared.Limit;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Option;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The people of a program, and the form that adds one.
@Controller
@Staff(Role.DIRECTOR)
class PeopleController {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+");
    private static final Set<String> SAID = Set.of("added", "removed", "finished");

    private final People people;
    private final PeopleReading reading;
    private final KeyStates states;
    private final Frames frames;

    PeopleController(People people, PeopleReading reading, KeyStates states, Frames frames) {
        this.people = people;
        this.reading = reading;
        this.states = states;
        this.frames = frames;
    }

    /// What was typed into the form.
    record Typed(String name, String email, String language, List<String> roles) {}

    @GetMapping("/staff/{slug}/people")
    Page people(HttpServletRequest request, Member director, @RequestParam(required = false) @Nullable String said) {
        Frame frame = frames.staff(request);
        KeyStates.Now now = states.look();
        return new Page(
                "programs/people",
                new PeoplePage(
                        frame,
                        StaffNav.of(frame, director, "people"),
                        reading.lines(now),
                        now.founded(),
                        !now.removed().isEmpty(),
                        said != null && SAID.contains(said) ? said : null));
    }

    @GetMapping("/staff/{slug}/people/new")
    Page add(HttpServletRequest request, Member director) {
        Frame frame = frames.staff(request);
        var empty = new Typed("", "", frame.lang(), List.of(Role.SUPPORTER.name()));
        return new Page("programs/add", form(frame, director, empty, null, null, null));
    }

    @PostMapping("/staff/{slug}/people")
    Object add(
            HttpServletRequest request,
            Member director,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") List<String> roles) {
        Frame frame = frames.staff(request);
        var typed = new Typed(name, email, language.equals("es") ? "es" : "en", roles);
        String noName =
                name.isBlank() || name.strip().length() > Limit.NAME.number() ? "people.add.name.refused" : null;
        boolean fits = email.strip().length() <= Limit.MAIL_ADDRESS.number()
                && ADDRESS.matcher(email.strip()).matches();
        String noEmail = fits ? null : "people.add.email.refused";
        People.Roles chosen = RoleChoices.read(roles);
        String noRole = chosen.roles().isEmpty() ? "people.refused.NO_ROLE" : null;
        if (noName != null || noEmail != null || noRole != null) {
            return Page.refused("programs/add", form(frame, director, typed, noName, noEmail, noRole));
        }
        return switch (people.add(director, name, email, typed.language(), chosen)) {
            case People.Outcome.Done(var member) -> to(frame, "/" + member.value() + "?said=added");
            case People.Outcome.Refused(var why) ->
                Page.refused("programs/add", form(frame, director, typed, null, "people.refused." + why, null));
        };
    }

    private static PeoplePage.AddPage form(
            Frame frame,
            Member director,
            Typed typed,
            @Nullable String noName,
            @Nullable String noEmail,
            @Nullable String noRole) {
        return new PeoplePage.AddPage(
                frame,
                StaffNav.of(frame, director, "people/new"),
                field(frame, "name", typed.name(), noName),
                field(frame, "email", typed.email(), noEmail),
                field(frame, "language", typed.language(), null),
                List.of(new Option("en", "English"), new Option("es", "Español")),
                RoleChoices.boxes(frame, RoleChoices.ticked(typed.roles(), frame), noRole));
    }

    private static Field field(Frame frame, String name, String typed, @Nullable String refusal) {
        return new Field(name, frame.t("people.add." + name), typed, refusal == null ? null : frame.t(refusal));
    }

    /// See Other, below the people page.
    static ResponseEntity<Void> to(Frame frame, String below) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/staff/" + frame.theProgram().slug() + "/people" + below)
                .build();
    }
}
