package org.holdfast.programs;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.shared.Program.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where the people of the program at hand work, what they are, and who decides about whom.
@Repository
@Transactional(readOnly = true)
public class Places {

    /// @param family the group under which a tally counts this profession
    public record Profession(String code, LocalText name, String family) {}

    public record Organisation(UUID id, String name) {}

    public record Site(UUID id, @Nullable UUID organisation, String name) {}

    public record Department(UUID id, @Nullable UUID site, String name, boolean live) {}

    public enum LeadKind {
        LEADS,
        SCHEDULES,
        GRADES
    }

    /// How many people of a profession work in a department.
    public record Headcount(UUID department, String profession, int people) {}

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Profession> professions() {
        return jdbc.sql("select code, name_en, name_es, family from programs.profession order by position, code")
                .query((row, n) -> new Profession(
                        row.getString("code"),
                        new LocalText(row.getString("name_en"), row.getString("name_es")),
                        row.getString("family")))
                .list();
    }

    public List<Organisation> organisations() {
        return jdbc.sql("select id, name from programs.organisation order by name, id")
                .query((row, n) -> new Organisation(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    public List<Site> sites() {
        return jdbc.sql("select id, organisation_id, name from programs.site order by name, id")
                .query((row, n) -> new Site(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    public List<Department> departments() {
        return jdbc.sql("select id, site_id, name, live from programs.department order by name, id")
                .query((row, n) -> new Department(
                        row.getObject("id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("live")))
                .list();
    }

    public List<Headcount> census() {
        return jdbc.sql("select department_id, profession, people from programs.census")
                .query((row, n) -> new Headcount(
                        row.getObject("department_id", UUID.class), row.getString("profession"), row.getInt("people")))
                .list();
    }

    /// Who leads, schedules or grades in which department.
    public Map<MemberId, Map<UUID, Set<LeadKind>>> leads() {
        Map<MemberId, Map<UUID, Set<LeadKind>>> leads = new HashMap<>();
        jdbc.sql("select member_id, department_id, kind from programs.lead")
                .query((row, n) -> leads.computeIfAbsent(
                                new MemberId(row.getObject("member_id", UUID.class)), m -> new HashMap<>())
                        .computeIfAbsent(
                                row.getObject("department_id", UUID.class), d -> EnumSet.noneOf(LeadKind.class))
                        .add(LeadKind.valueOf(row.getString("kind"))))
                .list();
        return leads;
    }

    /// Where a supporter may pass somebody on to.
    ///
    /// @param whoLearns who would come to know of it, said at the place
    public record HandOffPlace(UUID id, HandOffKind kind, String name, String contact, LocalText whoLearns) {}

    public enum HandOffKind {
        EAP,
        THERAPIST,
        CHAPLAIN,
        PHYSICIAN_HEALTH,
        UNION,
        LAWYER,
        INSURER,
        CONSULTANT,
        DANGER_CONTACT
    }

    public List<HandOffPlace> handOffPlaces() {
        return jdbc.sql("""
                        select id, kind, name, contact, who_learns_en, who_learns_es from programs.hand_off_place
                        order by position, id""")
                .query((row, n) -> new HandOffPlace(
                        row.getObject("id", UUID.class),
                        HandOffKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("contact"),
                        new LocalText(row.getString("who_learns_en"), row.getString("who_learns_es"))))
                .list();
    }
}
