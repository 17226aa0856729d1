package org.holdfast.supporters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.supporters.Profile.Gender;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads all supporters who have not left, with hours, absences and load: three questions, whatever the pool's size.
@Repository
class RosterStore {

    /// @param sixMonths pairings taken on this month and in the five before
    record Row(
            MemberId id,
            boolean approved,
            Profile profile,
            @Nullable LocalDate trainingDue,
            @Nullable LocalDate agreementDue,
            boolean paused,
            int capacity,
            @Nullable Instant onCallUntil,
            LocalDate joinedOn,
            @Nullable LocalDate lastAskedOn,
            @Nullable LocalDate night,
            int rings,
            int thisMonth,
            int sixMonths,
            List<Span> hours,
            List<Absence> absences) {}

    private final JdbcClient jdbc;

    RosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> rows(LocalDate today) {
        Map<UUID, List<Span>> hours = new HashMap<>();
        jdbc.sql("select supporter_id, weekday, from_time, to_time from supporters.weekly_hours")
                .query(row -> {
                    hours.computeIfAbsent(row.getObject("supporter_id", UUID.class), s -> new ArrayList<>())
                            .add(new Span(
                                    DayOfWeek.of(row.getInt("weekday")),
                                    row.getObject("from_time", LocalTime.class),
                                    row.getObject("to_time", LocalTime.class)));
                });
        Map<UUID, List<Absence>> absences = new HashMap<>();
        jdbc.sql("select supporter_id, id, from_day, to_day from supporters.absence where to_day >= :today")
                .param("today", today)
                .query(row -> {
                    absences.computeIfAbsent(row.getObject("supporter_id", UUID.class), s -> new ArrayList<>())
                            .add(new Absence(
                                    row.getObject("id", UUID.class),
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("to_day", LocalDate.class)));
                });
        LocalDate month = today.withDayOfMonth(1);
        return jdbc.sql("""
                        select s.*, a.last_on, a.night, coalesce(a.rings, 0) as rings,
                               coalesce(l.this_month, 0) as this_month, coalesce(l.six_months, 0) as six_months
                        from supporters.supporter s
                        left join supporters.asked a on a.supporter_id = s.id
                        left join (
                            select supporter_id, sum(pairings) as six_months,
                                   sum(pairings) filter (where month = :month) as this_month
                            from supporters.monthly_load where month >= :oldest group by supporter_id) l
                          on l.supporter_id = s.id
                        where s.state <> 'LEFT'
                        order by s.id""")
                .param("month", month)
                .param("oldest", month.minusMonths(5))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return row(row, hours.getOrDefault(id, List.of()), absences.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Row row(ResultSet row, List<Span> hours, List<Absence> absences) throws SQLException {
        OffsetDateTime onCall = row.getObject("on_call_until", OffsetDateTime.class);
        return new Row(
                new MemberId(row.getObject("id", UUID.class)),
                row.getString("state").equals("APPROVED"),
                profile(row),
                row.getObject("training_due", LocalDate.class),
                row.getObject("agreement_due", LocalDate.class),
                row.getBoolean("paused"),
                row.getInt("capacity"),
                onCall == null ? null : onCall.toInstant(),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getObject("night", LocalDate.class),
                row.getInt("rings"),
                row.getInt("this_month"),
                row.getInt("six_months"),
                hours,
                absences);
    }

    static Profile profile(ResultSet row) throws SQLException {
        String gender = row.getString("gender");
        return new Profile(
                row.getString("profession"),
                row.getString("specialty"),
                gender == null ? null : Gender.valueOf(gender),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getObject("site_id", UUID.class),
                row.getObject("department_id", UUID.class),
                Set.of((String[]) row.getArray("topics").getArray()),
                row.getBoolean("published"));
    }
}
