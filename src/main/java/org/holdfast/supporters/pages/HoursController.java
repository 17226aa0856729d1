package org.holdfast.supporters.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.supporters.Hours;
import org.holdfast.supporters.Saved;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When a supporter may be asked: weekly hours, and days away.
@Controller
@Staff(Role.SUPPORTER)
class HoursController {

    private final ProfilePages pages;
    private final Hours hours;

    HoursController(ProfilePages pages, Hours hours) {
        this.pages = pages;
        this.hours = hours;
    }

    @PostMapping("/staff/{slug}/profile/hours")
    Object change(HttpServletRequest request, Member member) {
        Saved saved = HoursTyped.read(Typed.refused(request, Map.of()))
                .map(spans -> hours.change(member.id(), spans))
                .orElseGet(() -> new Saved.Refused(Map.of("hours", "supporters.refused.time")));
        return answer(request, member, saved, "hours");
    }

    @PostMapping("/staff/{slug}/profile/absences")
    Object add(
            HttpServletRequest request,
            Member member,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        Saved saved = first.isEmpty() || last.isEmpty()
                ? new Saved.Refused(Map.of(first.isEmpty() ? "from" : "to", "supporters.refused.day"))
                : hours.addAbsence(member.id(), first.get(), last.get());
        return answer(request, member, saved, "away");
    }

    @PostMapping("/staff/{slug}/profile/absences/{absence}/removal")
    Object remove(Member member, @PathVariable UUID absence) {
        hours.removeAbsence(member.id(), absence);
        return Saving.to("away");
    }

    private Object answer(HttpServletRequest request, Member member, Saved saved, String what) {
        return switch (saved) {
            case Saved.Done done -> Saving.to(what);
            case Saved.Refused refused -> pages.refused(request, member, Typed.refused(request, refused.errors()));
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
