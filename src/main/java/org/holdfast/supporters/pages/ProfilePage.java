package org.holdfast.supporters.pages;

import java.util.List;
import java.util.Set;
import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Option;
import org.holdfast.supporters.Absence;
import org.holdfast.supporters.Presence;
import org.jspecify.annotations.Nullable;

/// A supporter's own page: a small form for each thing they may set.
///
/// @param said key of what was just saved; null for nothing
public record ProfilePage(
        Frame frame,
        StaffNav nav,
        Moments moments,
        About about,
        Week week,
        List<Absence> absences,
        Field from,
        Field to,
        Presence.Now now,
        Field capacity,
        Field until,
        @Nullable String said) {

    /// What a supporter tells of themself.
    ///
    /// @param mayPublish whether the program has a public list
    public record About(
            Field profession,
            List<Option> professions,
            Field specialty,
            Choice gender,
            Choice languages,
            Field site,
            List<Option> sites,
            Field department,
            List<Option> departments,
            Choice topics,
            boolean published,
            boolean mayPublish) {}

    /// Boxes or buttons to choose from.
    public record Choice(
            List<Option> options,
            Set<String> chosen,
            @Nullable String error) {}

    /// The weekly hours, two rows a day or as many as there are and one more.
    public record Week(List<Row> rows, @Nullable String error) {

        /// @param first whether it is the day's first row
        public record Row(int day, String name, boolean first, String from, String to) {}
    }

    /// All that was refused, for the list at the top.
    public List<Field> fields() {
        return List.of(
                about.profession(),
                about.specialty(),
                refused("gender", about.gender().error()),
                refused("languages", about.languages().error()),
                about.site(),
                about.department(),
                refused("topics", about.topics().error()),
                refused("hours", week.error()),
                from,
                to,
                capacity,
                until);
    }

    private static Field refused(String name, @Nullable String error) {
        return new Field(name, "", "", error);
    }
}
