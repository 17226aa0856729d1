package org.holdfast.demo;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes a program and all that stands still in it. What needs a name to be found again is kept by name.
final class PlaceRows {

    private final JdbcClient jdbc;
    private final UUID program = Ids.random();
    private final Map<String, UUID> organisations = new HashMap<>();
    private final Map<String, UUID> sites = new HashMap<>();
    private final Map<String, UUID> departments = new HashMap<>();

    PlaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID program() {
        return program;
    }

    @Nullable
    UUID site(@Nullable String name) {
        return name == null ? null : sites.get(name);
    }

    @Nullable
    UUID department(@Nullable String name) {
        return name == null ? null : departments.get(name);
    }

    void write(Hospital hospital, LocalDate today) {
        jdbc.sql("insert into programs.program (id, slug, name, operator, zone, country, demo)"
                        + " values (?, ?, ?, ?, ?, ?, true)")
                .params(
                        program,
                        hospital.slug(),
                        hospital.name(),
                        hospital.operator(),
                        hospital.zone(),
                        hospital.country())
                .update();
        // The transaction began before there was a program.
        jdbc.sql("select set_config('holdfast.program', ?, true)")
                .param(program.toString())
                .query(String.class)
                .single();
        lines(hospital.lines());
        professions(hospital.professions());
        places(hospital);
        texts(hospital.texts(), today);
        handOffPlaces(hospital.places());
    }

    private void lines(List<Hospital.Line> lines) {
        int position = 0;
        for (Hospital.Line line : lines) {
            insert(
                    "programs.crisis_line (program, position, kind, name_en, name_es, call, text_to)",
                    program,
                    ++position,
                    line.kind().name(),
                    line.name().en(),
                    line.name().es(),
                    line.call(),
                    line.textTo());
        }
    }

    private void professions(List<Hospital.Profession> professions) {
        int position = 0;
        for (Hospital.Profession one : professions) {
            insert(
                    "programs.profession (program, code, name_en, name_es, family, position)",
                    program,
                    one.code(),
                    one.name().en(),
                    one.name().es(),
                    one.family(),
                    ++position);
        }
    }

    private void places(Hospital hospital) {
        for (String name : hospital.organisations()) {
            organisations.put(name, Ids.random());
            insert("programs.organisation (program, id, name)", program, organisations.get(name), name);
        }
        for (Hospital.Site site : hospital.sites()) {
            sites.put(site.name(), Ids.random());
            insert(
                    "programs.site (program, id, organisation_id, name)",
                    program,
                    sites.get(site.name()),
                    organisations.get(site.organisation()),
                    site.name());
        }
        for (Hospital.Department one : hospital.departments()) {
            departments.put(one.name(), Ids.random());
            insert(
                    "programs.department (program, id, site_id, name)",
                    program,
                    departments.get(one.name()),
                    sites.get(one.site()),
                    one.name());
            one.people()
                    .forEach((profession, people) -> insert(
                            "programs.census (program, department_id, profession, people)",
                            program,
                            departments.get(one.name()),
                            profession,
                            people));
        }
    }

    private void texts(List<Hospital.Text> texts, LocalDate today) {
        String columns = "programs.text (program, kind, language, version, body, confirmed_by, confirmed_on)";
        for (Hospital.Text text : texts) {
            insert(columns, program, text.kind().name(), "en", 1, text.en(), text.by(), today);
            insert(columns, program, text.kind().name(), "es", 1, text.es(), text.by(), today);
        }
    }

    private void handOffPlaces(List<Hospital.Place> places) {
        int position = 0;
        for (Hospital.Place place : places) {
            insert(
                    "programs.hand_off_place"
                            + " (program, id, kind, name, contact, who_learns_en, who_learns_es, position)",
                    program,
                    Ids.random(),
                    place.kind().name(),
                    place.name(),
                    place.contact(),
                    place.who().en(),
                    place.who().es(),
                    ++position);
        }
    }

    private void insert(String columns, @Nullable Object... values) {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        var insert = jdbc.sql("insert into " + columns + " values (" + marks + ")");
        for (Object value : values) {
            insert = insert.param(value);
        }
        insert.update();
    }
}
