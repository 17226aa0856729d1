package org.holdfast.supporters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// The night in which rings are counted: from ten in the evening to seven in the morning, in the program's zone.
///
/// @param evening the day on which it began
record Night(LocalDate evening, ZoneId zone) {

    private static final LocalTime BEGINS = LocalTime.of(22, 0);
    private static final LocalTime ENDS = LocalTime.of(7, 0);

    static Optional<Night> at(Instant time, ZoneId zone) {
        ZonedDateTime there = time.atZone(zone);
        if (!there.toLocalTime().isBefore(BEGINS)) {
            return Optional.of(new Night(there.toLocalDate(), zone));
        }
        return there.toLocalTime().isBefore(ENDS)
                ? Optional.of(new Night(there.toLocalDate().minusDays(1), zone))
                : Optional.empty();
    }

    Instant end() {
        return evening.plusDays(1).atTime(ENDS).atZone(zone).toInstant();
    }
}
