package org.holdfast.supporters.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.shared.web.Page;
import org.holdfast.supporters.Profile;
import org.holdfast.supporters.Profiles;
import org.holdfast.supporters.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A supporter's own page, and what they tell of themself.
@Controller
@Staff(Role.SUPPORTER)
class ProfileController {

    private static final Set<String> SAID = Set.of("about", "hours", "away", "capacity", "call", "pause");

    private final ProfilePages pages;
    private final Profiles profiles;

    ProfileController(ProfilePages pages, Profiles profiles) {
        this.pages = pages;
        this.profiles = profiles;
    }

    @GetMapping("/staff/{slug}/profile")
    Page profile(HttpServletRequest request, Member member, @RequestParam(defaultValue = "") String saved) {
        return pages.opened(request, member, SAID.contains(saved) ? "supporters.profile.saved." + saved : null);
    }

    @PostMapping("/staff/{slug}/profile")
    Object change(HttpServletRequest request, Member member) {
        Typed typed = Typed.refused(request, Map.of());
        var unreadable = new HashMap<String, String>();
        UUID site = read(typed, "site", UUID::fromString, unreadable);
        UUID department = read(typed, "department", UUID::fromString, unreadable);
        Profile.Gender gender = read(typed, "gender", Profile.Gender::valueOf, unreadable);
        if (!unreadable.isEmpty()) {
            return pages.refused(request, member, Typed.refused(request, unreadable));
        }
        var profile = new Profile(
                read(typed, "profession", Function.identity(), unreadable),
                read(typed, "specialty", String::strip, unreadable),
                gender,
                new ArrayList<>(typed.all("languages")),
                site,
                department,
                new HashSet<>(typed.all("topics")),
                typed.has("published"));
        return switch (profiles.change(member.id(), profile)) {
            case Saved.Done done -> Saving.to("about");
            case Saved.Refused refused -> pages.refused(request, member, Typed.refused(request, refused.errors()));
        };
    }

    /// The one value of a field; null for none, and where it is not what it should be.
    private static <T> @Nullable T read(
            Typed typed, String name, Function<String, T> reading, Map<String, String> unreadable) {
        String value = typed.has(name) ? typed.all(name).getFirst() : "";
        if (value.isBlank()) {
            return null;
        }
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException notOne) {
            unreadable.put(name, "supporters.refused.choice");
            return null;
        }
    }
}
