package org.holdfast.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.holdfast.programs.Places.HandOffKind;
import org.holdfast.programs.Places.LeadKind;
import org.holdfast.programs.ProgramTexts;
import org.holdfast.programs.Role;
import org.holdfast.shared.Program.LineKind;
import org.holdfast.shared.Program.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// A made-up program with its places and people, as `demo/<slug>.json` tells it. Places refer to one another by name.
record Hospital(
        String slug,
        String name,
        String operator,
        String zone,
        String country,
        List<Line> lines,
        List<Profession> professions,
        List<String> organisations,
        List<Site> sites,
        List<Department> departments,
        List<Text> texts,
        List<Place> places,
        List<Person> people) {

    record Line(
            LineKind kind,
            LocalText name,
            String call,
            @Nullable String textTo) {}

    record Profession(String code, LocalText name, String family) {}

    record Site(String name, String organisation) {}

    /// @param people how many of each profession work there
    record Department(String name, String site, Map<String, Integer> people) {}

    /// @param by who confirmed it
    record Text(ProgramTexts.Kind kind, String by, String en, String es) {}

    /// @param who who would learn of it
    record Place(HandOffKind kind, String name, String contact, LocalText who) {}

    /// @param who a short name, in addresses and in the file of passphrases
    record Person(
            String who,
            String name,
            String language,
            List<Role> roles,
            @Nullable List<Role> deputy,
            @Nullable List<Lead> leads,
            @Nullable Profile supporter) {

        boolean isDeputy(Role role) {
            return deputy != null && deputy.contains(role);
        }
    }

    record Lead(String department, LeadKind kind) {}

    /// @param hours such as `MON-FRI 08:00-17:00`; an end of 00:00 is the end of the day
    record Profile(
            String profession,
            @Nullable String specialty,
            String gender,
            List<String> languages,
            @Nullable String site,
            @Nullable String department,
            List<String> topics,
            int capacity,
            int monthsHere,
            @Nullable Boolean paused,
            List<String> hours) {}

    static Hospital read(JsonMapper json, String slug) {
        try (var in = new ClassPathResource("demo/" + slug + ".json").getInputStream()) {
            return json.readValue(in, Hospital.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
