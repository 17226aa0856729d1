package org.holdfast.supporters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.matching.Candidate;
import org.holdfast.matching.Candidate.Duty;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Places;
import org.holdfast.programs.Places.LeadKind;
import org.holdfast.programs.keys.Keys;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.RosterStore.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All supporters of the program at hand, as matching sees them.
@Component
@Transactional(readOnly = true)
public class Roster {

    private final RosterStore store;
    private final Members members;
    private final Places places;
    private final Keys keys;
    private final Clock clock;

    Roster(RosterStore store, Members members, Places places, Keys keys, Clock clock) {
        this.store = store;
        this.members = members;
        this.places = places;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param openPairings how many pairings each has open; requests know
    /// @param ringsPerNight as policy has it
    public List<OnRoster> all(Map<MemberId, Integer> openPairings, int ringsPerNight) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ProgramContext.current().zone());
        Map<MemberId, Member> people =
                members.all().stream().collect(Collectors.toMap(Member::id, Function.identity()));
        Map<UUID, @Nullable UUID> organisations = organisations();
        Map<MemberId, Map<UUID, Set<LeadKind>>> leads = places.leads();
        Set<MemberId> ready = keys.ready();
        var roster = new ArrayList<OnRoster>();
        for (Row row : store.rows(today)) {
            Member member = people.get(row.id());
            if (member != null) {
                Reachable reachable =
                        new Reachable(ProgramContext.current().zone(), row.hours(), row.absences(), row.onCallUntil());
                Candidate candidate = new Candidate(
                        row.id().value(),
                        new Candidate.Standing(
                                row.approved(),
                                ready.contains(row.id()),
                                row.trainingDue(),
                                row.agreementDue(),
                                row.paused(),
                                reachable.away(now),
                                openPairings.getOrDefault(row.id(), 0),
                                row.capacity()),
                        profile(row, organisations),
                        duties(leads.getOrDefault(row.id(), Map.of())),
                        new Candidate.Reach(
                                reachable.onCall(now),
                                reachable.withinHours(now),
                                reachable.next(now).orElse(null)),
                        row.sixMonths(),
                        row.lastAskedOn());
                roster.add(new OnRoster(
                        member, candidate, reachable, cap(row, ringsPerNight, now), row.thisMonth(), today));
            }
        }
        return roster;
    }

    private static @Nullable Instant cap(Row row, int ringsPerNight, Instant now) {
        return Night.at(now, ProgramContext.current().zone())
                .filter(night ->
                        ringsPerNight == 0 || (night.evening().equals(row.night()) && row.rings() >= ringsPerNight))
                .map(Night::end)
                .orElse(null);
    }

    private static Candidate.Profile profile(Row row, Map<UUID, @Nullable UUID> organisations) {
        Profile profile = row.profile();
        var gender = profile.gender();
        UUID site = profile.site();
        return new Candidate.Profile(
                profile.profession(),
                profile.specialty(),
                gender == null ? null : gender.name(),
                Set.copyOf(profile.languages()),
                site,
                profile.department(),
                site == null ? null : organisations.get(site),
                profile.topics(),
                row.joinedOn());
    }

    private static Map<UUID, Set<Duty>> duties(Map<UUID, Set<LeadKind>> leads) {
        return leads.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        lead -> lead.getValue().stream().map(Roster::duty).collect(Collectors.toSet())));
    }

    private static Duty duty(LeadKind kind) {
        return switch (kind) {
            case LEADS -> Duty.LEADS;
            case SCHEDULES -> Duty.SCHEDULES;
            case GRADES -> Duty.GRADES;
        };
    }

    private Map<UUID, @Nullable UUID> organisations() {
        Map<UUID, @Nullable UUID> found = new HashMap<>();
        places.sites().forEach(site -> found.put(site.id(), site.organisation()));
        return found;
    }
}
