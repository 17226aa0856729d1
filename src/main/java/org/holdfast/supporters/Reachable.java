package org.holdfast.supporters;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When one supporter may be rung: declared hours and on-call time, less the days away. Days and hours are those of the
/// program's zone, so an hour that the clocks skip is not there, and one they repeat is there once unless the hours
/// span it whole.
public record Reachable(
        ZoneId zone,
        List<Span> hours,
        List<Absence> absences,
        @Nullable Instant onCallUntil) {

    /// How far ahead hours are looked for. Whoever is away for longer has no next time yet.
    private static final int DAYS_AHEAD = 60;

    private record Window(Instant from, Instant to) {

        boolean has(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    public Reachable {
        hours = List.copyOf(hours);
        absences = List.copyOf(absences);
    }

    public boolean away(Instant time) {
        return away(LocalDate.ofInstant(time, zone));
    }

    public boolean onCall(Instant time) {
        return onCallUntil != null && time.isBefore(onCallUntil) && !away(time);
    }

    public boolean withinHours(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, zone);
        return declared(day, day).stream().anyMatch(window -> window.has(time));
    }

    /// When declared hours next begin after a time.
    public Optional<Instant> next(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, zone);
        return declared(day, day.plusDays(DAYS_AHEAD)).stream()
                .map(Window::from)
                .filter(time::isBefore)
                .findFirst();
    }

    /// When this much reachable time has passed: a clock that stands still outside of hours. Where hours end before
    /// that, it runs on.
    public Instant after(Instant time, Duration reachable) {
        Duration left = reachable;
        Instant reached = time;
        LocalDate day = LocalDate.ofInstant(time, zone);
        List<Window> windows = declared(day, day.plusDays(DAYS_AHEAD));
        if (onCall(time) && onCallUntil != null) {
            windows.add(new Window(time, onCallUntil));
            windows.sort(Comparator.comparing(Window::from));
        }
        for (Window window : windows) {
            Instant from = window.from().isAfter(reached) ? window.from() : reached;
            if (from.isBefore(window.to())) {
                Duration there = Duration.between(from, window.to());
                if (there.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(there);
                reached = window.to();
            }
        }
        return reached.plus(left);
    }

    private boolean away(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.covers(day));
    }

    private List<Window> declared(LocalDate first, LocalDate last) {
        var windows = new ArrayList<Window>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!away(day)) {
                for (Span span : hours) {
                    addOn(day, span, windows);
                }
            }
        }
        windows.sort(Comparator.comparing(Window::from));
        return windows;
    }

    private void addOn(LocalDate day, Span span, List<Window> windows) {
        if (span.day() == day.getDayOfWeek()) {
            Instant from = day.atTime(span.from()).atZone(zone).toInstant();
            Instant to = span.endsWithTheDay()
                    ? day.plusDays(1).atStartOfDay(zone).toInstant()
                    : day.atTime(span.to()).atZone(zone).toInstant();
            if (from.isBefore(to)) {
                windows.add(new Window(from, to));
            }
        }
    }
}
