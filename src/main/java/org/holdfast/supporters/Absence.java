package org.holdfast.supporters;

import java.time.LocalDate;
import java.util.UUID;

/// Days on which a supporter is away, both included.
public record Absence(UUID id, LocalDate from, LocalDate to) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
