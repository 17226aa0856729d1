package org.holdfast.requests.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.matching.Cause;
import org.jspecify.annotations.Nullable;

/// All supporters of the program, with load and readiness.
public record RosterView(List<Line> lines) {

    /// @param cause why no offer comes at present; null where offers come
    /// @param keyReady the key is signed and opens what waits
    /// @param sixMonths pairings taken on in the last six months
    /// @param availableNow within hours or on call
    /// @param next when hours begin next; null where none are declared or it is now
    /// @param onCallUntil null where not on call
    public record Line(
            UUID supporter,
            String name,
            @Nullable Cause cause,
            boolean approved,
            boolean keyReady,
            boolean paused,
            boolean away,
            int openPairings,
            int capacity,
            int thisMonth,
            int sixMonths,
            boolean availableNow,
            @Nullable Instant next,
            @Nullable Instant onCallUntil,
            @Nullable LocalDate trainingDue,
            @Nullable LocalDate agreementDue) {}
}
