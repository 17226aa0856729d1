package org.holdfast.programs.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.programs.Role;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Option;
import org.jspecify.annotations.Nullable;

/// Roles as boxes to tick. A supporter has no deputy; the other roles may be held as one.
final class RoleChoices {

    static final String DEPUTY = "-DEPUTY";

    private RoleChoices() {}

    static PeoplePage.RoleBoxes boxes(Frame frame, Set<String> chosen, @Nullable String error) {
        List<Option> options = Stream.of(Role.SUPPORTER, Role.COORDINATOR, Role.DIRECTOR)
                .flatMap(
                        role -> role == Role.SUPPORTER ? Stream.of(role.name()) : Stream.of(role.name(), role + DEPUTY))
                .map(value -> new Option(value, frame.t("people.role." + value)))
                .toList();
        return new PeoplePage.RoleBoxes(options, chosen, error == null ? null : frame.t(error));
    }

    /// What was ticked; what is no role is left out. Whoever is ticked for a role and as its deputy has the role
    /// itself.
    static People.Roles read(List<String> ticked) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<Role> deputy = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            boolean itself = ticked.contains(role.name());
            boolean stands = role != Role.SUPPORTER && ticked.contains(role + DEPUTY);
            if (itself || stands) {
                roles.add(role);
            }
            if (stands && !itself) {
                deputy.add(role);
            }
        }
        return new People.Roles(roles, deputy);
    }

    static Set<String> ticked(List<PeoplePage.RoleHeld> roles) {
        return roles.stream()
                .map(held -> held.role() + (held.deputy() ? DEPUTY : ""))
                .collect(Collectors.toSet());
    }

    static Set<String> ticked(List<String> posted, Frame frame) {
        List<String> known = boxes(frame, Set.of(), null).options().stream()
                .map(Option::value)
                .toList();
        return Arrays.stream(posted.toArray(String[]::new))
                .filter(known::contains)
                .collect(Collectors.toSet());
    }
}
