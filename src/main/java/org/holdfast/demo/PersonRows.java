package org.holdfast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.Role;
import org.holdfast.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the cast's memberships, roles and profiles.
final class PersonRows {

    private static final Pattern HOURS = Pattern.compile("([A-Z]{3})-([A-Z]{3}) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private final JdbcClient jdbc;
    private final PlaceRows places;
    private final LocalDate today;

    PersonRows(JdbcClient jdbc, PlaceRows places, LocalDate today) {
        this.jdbc = jdbc;
        this.places = places;
        this.today = today;
    }

    /// @return the new member's id
    UUID write(Hospital.Person person, AccountId account, byte[] salt) {
        UUID member = Ids.random();
        jdbc.sql("insert into programs.member (program, id, account_id, channel, name_salt) values (?, ?, ?, ?, ?)")
                .params(places.program(), member, account.value(), Ids.random(), salt)
                .update();
        for (Role role : person.roles()) {
            jdbc.sql("insert into programs.role (program, member_id, role, deputy, since) values (?, ?, ?, ?, ?)")
                    .params(places.program(), member, role.name(), person.isDeputy(role), today)
                    .update();
        }
        if (person.supporter() != null) {
            supporter(member, person.supporter());
        }
        for (Hospital.Lead lead : person.leads() == null ? List.<Hospital.Lead>of() : person.leads()) {
            jdbc.sql("insert into programs.lead (program, department_id, member_id, kind) values (?, ?, ?, ?)")
                    .param(places.program())
                    .param(places.department(lead.department()))
                    .param(member)
                    .param(lead.kind().name())
                    .update();
        }
        return member;
    }

    private void supporter(UUID member, Hospital.Profile profile) {
        jdbc.sql("""
                        insert into supporters.supporter
                            (program, id, state, profession, specialty, gender, languages, site_id, department_id,
                             topics, training_due, agreement_due, paused, capacity, joined_on)
                        values (:program, :id, 'APPROVED', :profession, :specialty, :gender, cast(:languages as text[]),
                                :site, :department, cast(:topics as text[]), :due, :due, :paused, :capacity, :joined)""")
                .param("program", places.program())
                .param("id", member)
                .param("profession", profile.profession())
                .param("specialty", profile.specialty())
                .param("gender", profile.gender())
                .param("languages", profile.languages().toArray(String[]::new))
                .param("site", places.site(profile.site()))
                .param("department", places.department(profile.department()))
                .param("topics", profile.topics().toArray(String[]::new))
                .param("due", today.plusYears(1))
                .param("paused", Boolean.TRUE.equals(profile.paused()))
                .param("capacity", profile.capacity())
                .param("joined", today.minusMonths(profile.monthsHere()))
                .update();
        profile.hours().forEach(hours -> hours(member, hours));
    }

    private void hours(UUID member, String told) {
        Matcher hours = HOURS.matcher(told);
        if (!hours.matches()) {
            throw new IllegalArgumentException("no hours: " + told);
        }
        for (int day = weekday(hours.group(1)); day <= weekday(hours.group(2)); day++) {
            jdbc.sql("insert into supporters.weekly_hours (program, supporter_id, weekday, from_time, to_time)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            places.program(),
                            member,
                            day,
                            LocalTime.parse(hours.group(3)),
                            LocalTime.parse(hours.group(4)))
                    .update();
        }
    }

    private static int weekday(String three) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(three))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
