package org.holdfast.shared.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.holdfast.shared.Texts;

/// Times in the words of one page: the program's zone is named with every hour.
public record Moments(Texts texts, Locale locale, ZoneId zone, Instant now) {

    /// @param iso for the script that keeps `fromNow` true
    /// @param mark how it is shown: nothing, `watch` within an hour, `late` once it has passed
    public record Moment(String iso, String words, String fromNow, String mark) {}

    public static Moments of(Frame frame, ZoneId zone, Clock clock) {
        return new Moments(frame.texts(), locale(frame), zone, clock.instant());
    }

    /// Spanish as it is told in the program's country is told in the Americas; English with its twelve hours.
    private static Locale locale(Frame frame) {
        return frame.lang().equals("es") ? Locale.of("es", "US") : Locale.US;
    }

    public Moment of(Instant at) {
        return new Moment(at.truncatedTo(ChronoUnit.SECONDS).toString(), words(at), fromNow(at), mark(at));
    }

    /// Such as "2:20 PM today, Pacific Time".
    public String words(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(there);
        long days = ChronoUnit.DAYS.between(today(), there.toLocalDate());
        String key = days == 0 ? "shared.time.today" : days == 1 ? "shared.time.tomorrow" : "shared.time.day";
        return texts.of(key, time, zoneName(), day(there.toLocalDate()));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /// The zone in words, such as "Pacific Time".
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /// Such as "in 18 minutes" or "2 days ago".
    public String fromNow(Instant at) {
        Duration away = Duration.between(now, at);
        if (away.abs().toMinutes() == 0) {
            return texts.of("shared.time.now");
        }
        return texts.of(away.isNegative() ? "shared.time.ago" : "shared.time.in", length(away.abs()));
    }

    /// How long ago, such as "3 hours".
    public String age(Instant since) {
        return length(Duration.between(since, now));
    }

    private String length(Duration time) {
        if (time.toMinutes() < 120) {
            return texts.of("shared.time.minutes", Math.max(0, time.toMinutes()));
        }
        return time.toHours() < 48
                ? texts.of("shared.time.hours", time.toHours())
                : texts.of("shared.time.days", time.toDays());
    }

    private String mark(Instant at) {
        Duration away = Duration.between(now, at);
        return away.isNegative() ? "late" : away.toMinutes() < 60 ? "watch" : "";
    }
}
