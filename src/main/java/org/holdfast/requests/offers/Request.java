package org.holdfast.requests.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.matching.Need;
import org.holdfast.notices.RingId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.jspecify.annotations.Nullable;

/// A request as offers, pairings and board work with it.
///
/// @param channel where the asker's open page hears that something is new
/// @param topicsInOrder as they were chosen: a tally takes the first
/// @param rung who was told that it waits: 0 nobody, 1 coordinators, 2 deputies, 3 directors
/// @param pairings how many there have been
public record Request(
        RequestId id,
        String code,
        UUID channel,
        RequestState state,
        Door door,
        Instant askedAt,
        Need need,
        List<String> topicsInOrder,
        boolean nameFirst,
        boolean danger,
        boolean dangerMarked,
        @Nullable RingId ring,
        boolean nobodyLeft,
        boolean unreachable,
        boolean seen,
        int rung,
        @Nullable Instant tryAt,
        int pairings,
        @Nullable LocalDate checkInOn,
        @Nullable LocalDate warnedOn,
        @Nullable LocalDate endedOn,
        @Nullable Instant closeAt) {

    /// Whether somebody is looked for.
    public boolean searches() {
        return state == RequestState.WAITING && !unreachable;
    }

    @Override
    public String toString() {
        return "Request[not printed]";
    }
}
