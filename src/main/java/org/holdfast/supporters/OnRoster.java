package org.holdfast.supporters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.holdfast.matching.Candidate;
import org.holdfast.matching.Cause;
import org.holdfast.matching.Matching;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.jspecify.annotations.Nullable;

/// One supporter of the program, as offers, board and roster need them.
///
/// @param capReachedUntil when the night ends in which they have been rung as often as policy allows; null by day, and
///     while there are rings left
/// @param thisMonth pairings taken on since the first of the month
public record OnRoster(
        Member member,
        Candidate candidate,
        Reachable reachable,
        @Nullable Instant capReachedUntil,
        int thisMonth,
        LocalDate today) {

    public MemberId id() {
        return member.id();
    }

    /// Why no offer comes at present, whoever asks.
    public Optional<Cause> ownCause() {
        return Matching.ownCause(candidate, today);
    }

    @Override
    public String toString() {
        return "OnRoster " + member.id().value();
    }
}
