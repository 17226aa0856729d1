package org.holdfast.supporters;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// Weekly hours in which a supporter may be rung, in the program's zone.
///
/// @param to midnight means the end of that day
public record Span(DayOfWeek day, LocalTime from, LocalTime to) {

    boolean endsWithTheDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean isEmpty() {
        return !endsWithTheDay() && !from.isBefore(to);
    }

    boolean overlaps(Span other) {
        return day == other.day && startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Span other) {
        return other.endsWithTheDay() || from.isBefore(other.to);
    }
}
