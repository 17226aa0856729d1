package org.holdfast.supporters.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.Presence;
import org.holdfast.supporters.Saved;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How much a supporter takes on at present.
@Controller
@Staff(Role.SUPPORTER)
class PresenceController {

    private final ProfilePages pages;
    private final Presence presence;

    PresenceController(ProfilePages pages, Presence presence) {
        this.pages = pages;
        this.presence = presence;
    }

    /// @param back `home` where the switch stands on the first page
    @PostMapping("/staff/{slug}/profile/pause")
    Object pause(
            Member member,
            @RequestParam(defaultValue = "false") boolean paused,
            @RequestParam(defaultValue = "") String back) {
        presence.pause(member.id(), paused);
        return back.equals("home") ? Saving.at("?said=" + (paused ? "paused" : "unpaused")) : Saving.to("pause");
    }

    @PostMapping("/staff/{slug}/profile/capacity")
    Object capacity(HttpServletRequest request, Member member, @RequestParam(defaultValue = "") String capacity) {
        Saved saved = capacity.strip().matches("\\d{1,2}")
                ? presence.capacity(member.id(), Integer.parseInt(capacity.strip()))
                : new Saved.Refused(Map.of("capacity", "supporters.refused.capacity"));
        return answer(request, member, saved, "capacity");
    }

    @PostMapping("/staff/{slug}/profile/on-call")
    Object onCall(HttpServletRequest request, Member member, @RequestParam(defaultValue = "") String until) {
        return answer(request, member, onCall(member, until.strip()), "call");
    }

    private Saved onCall(Member member, String until) {
        if (until.isEmpty()) {
            return presence.onCall(member.id(), null);
        }
        try {
            Instant time = LocalDateTime.parse(until)
                    .atZone(ProgramContext.current().zone())
                    .toInstant();
            return presence.onCall(member.id(), time);
        } catch (DateTimeParseException notATime) {
            return new Saved.Refused(Map.of("until", "supporters.refused.time"));
        }
    }

    private Object answer(HttpServletRequest request, Member member, Saved saved, String what) {
        return switch (saved) {
            case Saved.Done done -> Saving.to(what);
            case Saved.Refused refused -> pages.refused(request, member, Typed.refused(request, refused.errors()));
        };
    }
}
