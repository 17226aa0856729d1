package org.holdfast.supporters;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.Ids;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The weekly hours in which supporters may be rung, and the days on which they are away.
@Component
public class Hours {

    /// A week has seven days; five spans a day are enough for anyone.
    private static final int MOST_SPANS = 35;

    private static final int MOST_ABSENCES = 30;
    private static final int LONGEST_DAYS = 400;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RosterNews news;

    Hours(JdbcClient jdbc, Clock clock, RosterNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    @Transactional(readOnly = true)
    public List<Span> of(MemberId supporter) {
        return jdbc.sql("""
                        select weekday, from_time, to_time from supporters.weekly_hours
                        where supporter_id = :id order by weekday, from_time""")
                .param("id", supporter.value())
                .query((row, n) -> new Span(
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class)))
                .list();
    }

    /// Puts these hours in the place of all there were. Hours over midnight are two spans.
    @Transactional
    public Saved change(MemberId supporter, List<Span> spans) {
        if (spans.size() > MOST_SPANS) {
            return Saved.Refused.at("hours", "tooMany");
        }
        if (spans.stream().anyMatch(Span::isEmpty)) {
            return Saved.Refused.at("hours", "endsBeforeItBegins");
        }
        for (int i = 0; i < spans.size(); i++) {
            if (spans.subList(0, i).stream().anyMatch(spans.get(i)::overlaps)) {
                return Saved.Refused.at("hours", "overlap");
            }
        }
        jdbc.sql("delete from supporters.weekly_hours where supporter_id = :id")
                .param("id", supporter.value())
                .update();
        for (Span span : spans) {
            jdbc.sql("""
                            insert into supporters.weekly_hours (program, supporter_id, weekday, from_time, to_time)
                            values (:program, :id, :weekday, :from, :to)""")
                    .param("program", ProgramContext.current().id().value())
                    .param("id", supporter.value())
                    .param("weekday", span.day().getValue())
                    .param("from", span.from().truncatedTo(ChronoUnit.MINUTES))
                    .param("to", span.to().truncatedTo(ChronoUnit.MINUTES))
                    .update();
        }
        news.tell();
        return new Saved.Done();
    }

    /// Absences that are not over.
    @Transactional(readOnly = true)
    public List<Absence> absences(MemberId supporter) {
        return jdbc.sql("""
                        select id, from_day, to_day from supporters.absence
                        where supporter_id = :id and to_day >= :today order by from_day, id""")
                .param("id", supporter.value())
                .param("today", today())
                .query((row, n) -> new Absence(
                        row.getObject("id", UUID.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    @Transactional
    public Saved addAbsence(MemberId supporter, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return Saved.Refused.at("to", "endsBeforeItBegins");
        }
        if (to.isBefore(today())) {
            return Saved.Refused.at("to", "past");
        }
        if (to.isAfter(from.plusDays(LONGEST_DAYS))) {
            return Saved.Refused.at("to", "tooFar");
        }
        if (absences(supporter).size() >= MOST_ABSENCES) {
            return Saved.Refused.at("from", "tooMany");
        }
        jdbc.sql("""
                        insert into supporters.absence (program, id, supporter_id, from_day, to_day)
                        values (:program, :absence, :id, :from, :to)""")
                .param("program", ProgramContext.current().id().value())
                .param("absence", Ids.timed(clock))
                .param("id", supporter.value())
                .param("from", from)
                .param("to", to)
                .update();
        return new Saved.Done();
    }

    /// Takes an absence away; again, or somebody else's, changes nothing.
    @Transactional
    public void removeAbsence(MemberId supporter, UUID absence) {
        jdbc.sql("delete from supporters.absence where id = :absence and supporter_id = :id")
                .param("absence", absence)
                .param("id", supporter.value())
                .update();
        news.tell();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
    }
}
