package org.holdfast.requests.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.requests.RequestState;
import org.jspecify.annotations.Nullable;

/// A request as whoever asked sees it. Bytes are base64url.
///
/// @param askedAt to the minute, as ISO 8601 in UTC
/// @param memory what the asker's browser knew when it sent; only their words open it
/// @param rung who was told that nobody looks: 0 nobody, 1 coordinators, 2 deputies, 3 directors
/// @param unseenHours whole hours for which nobody of the program has looked; 0 once somebody did
/// @param followUpSet whether a follow-up notice was asked for
record VisitView(
        UUID id,
        String code,
        RequestState state,
        String howSoon,
        List<String> ways,
        String askedAt,
        @Nullable String memory,
        boolean danger,
        boolean dangerMarked,
        boolean wordsKept,
        boolean nobodyLeft,
        boolean unreachable,
        int rung,
        long unseenHours,
        @Nullable LocalDate checkInOn,
        @Nullable LocalDate warnedOn,
        @Nullable LocalDate endedOn,
        @Nullable String closeAt,
        boolean followUpSet,
        @Nullable Held held,
        @Nullable Paired pairing) {

    /// Somebody said yes, and waits for whoever asked to say so too.
    record Held(UUID offerId, NameCard nameCard) {}

    /// The browser checks it against the signed statement before it shows the name.
    record NameCard(UUID supporterId, String name, String salt) {}

    /// @param supporterId named with the opening, so that the browser can check who made it
    record Paired(
            UUID id,
            int number,
            @Nullable UUID supporterId,
            @Nullable String opening,
            boolean changeAsked,
            boolean contacted,
            @Nullable String yesFrom) {}
}
