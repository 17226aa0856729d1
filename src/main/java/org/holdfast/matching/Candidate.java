package org.holdfast.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One supporter of the program as matching sees them.
///
/// @param duties per department what this person does there over others; any duty stands in the way
/// @param recentLoad weighted pairings of the last six months, 0 or more
/// @param lastOfferedOn the day of the last offer; null if never, which counts as waiting since the day of joining
public record Candidate(
        UUID id,
        Standing standing,
        Profile profile,
        Map<UUID, Set<Duty>> duties,
        Reach reach,
        double recentLoad,
        @Nullable LocalDate lastOfferedOn) {

    public enum Duty {
        LEADS,
        SCHEDULES,
        GRADES
    }

    /// Whether this person may support anyone at all today.
    ///
    /// @param ready their key is signed and holds the wraps it needs, so they can open a note
    /// @param trainingDue last day the training holds; null means it was never done
    /// @param agreementDue last day the signed agreement holds; null means it was never signed
    public record Standing(
            boolean approved,
            boolean ready,
            @Nullable LocalDate trainingDue,
            @Nullable LocalDate agreementDue,
            boolean paused,
            boolean away,
            int openPairings,
            int capacity) {}

    /// What the supporter tells of themself.
    public record Profile(
            @Nullable String profession,
            @Nullable String specialty,
            @Nullable String gender,
            Set<String> languages,
            @Nullable UUID site,
            @Nullable UUID department,
            @Nullable UUID organisation,
            Set<String> topics,
            LocalDate joinedOn) {

        public Profile {
            languages = languages.stream().map(Language::spoken).collect(Collectors.toUnmodifiableSet());
            topics = Set.copyOf(topics);
        }
    }

    /// When this person can be rung.
    ///
    /// @param nextTime when their declared hours next begin; null if they declared none
    public record Reach(
            boolean onCall, boolean withinHours, @Nullable Instant nextTime) {}

    public Candidate {
        if (!(recentLoad >= 0) || Double.isInfinite(recentLoad)) {
            throw new IllegalArgumentException("a load is a number, 0 or more");
        }
        duties = duties.entrySet().stream()
                .filter(duty -> !duty.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, duty -> Set.copyOf(duty.getValue())));
    }

    Availability availability() {
        if (reach.onCall() || reach.withinHours()) {
            return new Availability.Now();
        }
        Instant next = reach.nextTime();
        return next == null ? new Availability.Unknown() : new Availability.From(next);
    }
}
