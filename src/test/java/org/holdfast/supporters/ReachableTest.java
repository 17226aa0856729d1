package org.holdfast.supporters;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReachableTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void aClockStandsStillOutsideOfHours() {
        Reachable ben = hours(span(FRIDAY, "09:00", "17:00"), span(SATURDAY, "10:00", "12:00"));

        // Friday, 20 November 2026
        assertThat(ben.after(at("2026-11-20T16:30"), Duration.ofHours(2))).isEqualTo(at("2026-11-21T11:30"));
        assertThat(ben.after(at("2026-11-20T03:00"), Duration.ofMinutes(20))).isEqualTo(at("2026-11-20T09:20"));
        assertThat(ben.next(at("2026-11-20T17:00"))).contains(at("2026-11-21T10:00"));
        assertThat(ben.withinHours(at("2026-11-20T09:00"))).isTrue();
        assertThat(ben.withinHours(at("2026-11-20T17:00"))).isFalse();
    }

    @Test
    void hoursThatGoToMidnightMeetTheNextDays() {
        Reachable ben = hours(span(FRIDAY, "22:00", "00:00"), span(SATURDAY, "00:00", "06:00"));

        assertThat(ben.withinHours(at("2026-11-20T23:59"))).isTrue();
        assertThat(ben.withinHours(at("2026-11-21T00:00"))).isTrue();
        assertThat(ben.after(at("2026-11-20T23:00"), Duration.ofHours(3))).isEqualTo(at("2026-11-21T02:00"));
    }

    @Test
    void anHourTheClocksSkipIsNotThere() {
        // Sunday, 8 March 2026: 2:00 becomes 3:00
        Reachable ben = hours(span(SUNDAY, "01:00", "04:00"), span(SUNDAY, "20:00", "21:00"));

        assertThat(ben.after(at("2026-03-08T01:00"), Duration.ofHours(2))).isEqualTo(at("2026-03-08T04:00"));
        assertThat(ben.after(at("2026-03-08T01:00"), Duration.ofMinutes(150))).isEqualTo(at("2026-03-08T20:30"));
        assertThat(hours(span(SUNDAY, "02:00", "03:00")).withinHours(at("2026-03-08T03:30")))
                .isFalse();
    }

    @Test
    void anHourTheClocksRepeatIsThereTwiceWhereTheHoursSpanIt() {
        // Sunday, 1 November 2026: 2:00 becomes 1:00 again
        Reachable ben = hours(span(SUNDAY, "00:00", "03:00"));
        Instant midnight = at("2026-11-01T00:00");

        assertThat(ben.after(midnight, Duration.ofHours(4))).isEqualTo(midnight.plus(Duration.ofHours(4)));
        assertThat(ben.withinHours(midnight.plus(Duration.ofHours(3)).plusSeconds(1800)))
                .isTrue();
        assertThat(ben.withinHours(midnight.plus(Duration.ofHours(4)))).isFalse();
    }

    @Test
    void daysAwayDoNotCount() {
        Reachable ben = new Reachable(
                LOS_ANGELES,
                List.of(span(FRIDAY, "09:00", "17:00")),
                List.of(new Absence(UUID.randomUUID(), LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-20"))),
                null);

        assertThat(ben.away(at("2026-11-20T23:59"))).isTrue();
        assertThat(ben.withinHours(at("2026-11-20T10:00"))).isFalse();
        assertThat(ben.next(at("2026-11-20T08:00"))).contains(at("2026-11-27T09:00"));
    }

    @Test
    void onCallTimeCountsLikeHours() {
        Reachable ben = new Reachable(
                LOS_ANGELES, List.of(span(SATURDAY, "09:00", "10:00")), List.of(), at("2026-11-20T23:30"));

        assertThat(ben.onCall(at("2026-11-20T23:00"))).isTrue();
        assertThat(ben.onCall(at("2026-11-20T23:30"))).isFalse();
        assertThat(ben.after(at("2026-11-20T23:00"), Duration.ofMinutes(20))).isEqualTo(at("2026-11-20T23:20"));
        assertThat(ben.after(at("2026-11-20T23:00"), Duration.ofMinutes(45))).isEqualTo(at("2026-11-21T09:15"));
    }

    @Test
    void whoDeclaredNoHoursHasAClockThatRuns() {
        assertThat(hours().after(at("2026-11-20T23:00"), Duration.ofHours(1))).isEqualTo(at("2026-11-21T00:00"));
        assertThat(hours().next(at("2026-11-20T23:00"))).isEmpty();
    }

    private static Reachable hours(Span... spans) {
        return new Reachable(LOS_ANGELES, List.of(spans), List.of(), null);
    }

    private static Span span(DayOfWeek day, String from, String to) {
        return new Span(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), LOS_ANGELES)
                .toInstant();
    }
}
