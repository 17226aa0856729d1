package org.holdfast.programs.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.programs.Role;
import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Option;
import org.jspecify.annotations.Nullable;

/// The people of a program.
///
/// @param founded whether the program has a key yet
/// @param finishRemoving whether somebody who is gone still stands in the newest statement
/// @param said what was just done, to be said
public record PeoplePage(
        Frame frame,
        StaffNav nav,
        List<Line> lines,
        boolean founded,
        boolean finishRemoving,
        @Nullable String said) {

    /// One person as the list shows them.
    public record Line(UUID member, String name, List<RoleHeld> roles, PersonState state) {}

    public record RoleHeld(Role role, boolean deputy) {

        /// Of its words: `people.role.SUPPORTER`, `people.role.DIRECTOR-DEPUTY`.
        public String key() {
            return "people.role." + role + (deputy ? RoleChoices.DEPUTY : "");
        }
    }

    /// Roles to tick, in a form.
    public record RoleBoxes(
            List<Option> options,
            Set<String> chosen,
            @Nullable String error) {}

    /// The form that adds somebody.
    public record AddPage(
            Frame frame,
            StaffNav nav,
            Field name,
            Field email,
            Field language,
            List<Option> languages,
            RoleBoxes roles) {

        /// For the list of what to mend.
        public List<Field> fields() {
            return List.of(name, email, language, new Field("roles", "", "", roles.error()));
        }
    }

    /// One person: compare, change roles, remove.
    public record PersonPage(
            Frame frame,
            StaffNav nav,
            Line line,
            RoleBoxes roles,
            @Nullable String said) {}

    /// The accountability log.
    public record LogPage(Frame frame, StaffNav nav, List<Noted> lines, int page, boolean more) {}

    public record Noted(String who, String act, String day) {}
}
