package org.holdfast.requests.offers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.matching.Census;
import org.holdfast.matching.Matching;
import org.holdfast.matching.Need;
import org.holdfast.matching.Ranking;
import org.holdfast.matching.Rules;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Places;
import org.holdfast.programs.Policies;
import org.holdfast.programs.Policy;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.OnRoster;
import org.holdfast.supporters.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The program's supporters at this moment, and the rules by which one is chosen.
@Component
@Transactional(readOnly = true)
public class SupporterPool {

    private final Roster roster;
    private final Requests requests;
    private final Policies policies;
    private final Places places;
    private final Clock clock;

    SupporterPool(Roster roster, Requests requests, Policies policies, Places places, Clock clock) {
        this.roster = roster;
        this.requests = requests;
        this.policies = policies;
        this.places = places;
        this.clock = clock;
    }

    /// All of it as it is now, read once for one decision.
    public record Now(Policy policy, Rules rules, Census census, Map<UUID, OnRoster> supporters, ZonedDateTime time) {

        public Ranking rank(Need need) {
            return Matching.rank(
                    need, supporters.values().stream().map(OnRoster::candidate).toList(), rules, census, time);
        }

        /// The predicate of the ranking, asked again where a yes is to count.
        public boolean mayBeProposed(Need need, MemberId supporter) {
            return find(supporter)
                    .map(one -> Matching.mayBeProposed(need, one.candidate(), rules, today()))
                    .orElse(false);
        }

        public Optional<OnRoster> find(MemberId supporter) {
            return Optional.ofNullable(supporters.get(supporter.value()));
        }

        /// Whoever could take something on at all: what counts as the size of the pool.
        int size() {
            return (int) supporters.values().stream()
                    .filter(one -> one.candidate().standing().approved())
                    .count();
        }

        public Set<String> topicsShown(Need need) {
            return census.topicMayBeShown(need, rules.k()) ? need.topics() : Set.of();
        }

        public Set<UUID> departmentsShown(Need need) {
            return census.placeMayBeShown(need, rules.k()) ? need.departments() : Set.of();
        }

        LocalDate today() {
            return time.toLocalDate();
        }

        Instant instant() {
            return time.toInstant();
        }
    }

    /// @param but this request does not count as carried; null: all do
    public Now now(@Nullable RequestId but) {
        Policy policy = policies.current();
        Map<UUID, OnRoster> supporters = new LinkedHashMap<>();
        roster.all(requests.openPairings(but), policy.limits().ringsPerNight())
                .forEach(one -> supporters.put(one.id().value(), one));
        return new Now(
                policy,
                rules(policy),
                census(),
                supporters,
                clock.instant().atZone(ProgramContext.current().zone()));
    }

    /// The rule of k alone, for pages that rank nobody.
    public Now sight() {
        Policy policy = policies.current();
        return new Now(
                policy,
                rules(policy),
                census(),
                Map.of(),
                clock.instant().atZone(ProgramContext.current().zone()));
    }

    private static Rules rules(Policy policy) {
        Rules starter = Rules.STARTER;
        return new Rules(
                policy.privacy().k(),
                starter.sameDepartment(),
                starter.weights(),
                policy.matching().loadPrice(),
                starter.easeInMonths(),
                starter.easeInShare(),
                starter.listing(),
                starter.firstFew());
    }

    private Census census() {
        Map<UUID, Map<String, Integer>> people = new HashMap<>();
        places.census()
                .forEach(heads -> people.computeIfAbsent(heads.department(), d -> new HashMap<>())
                        .put(heads.profession(), heads.people()));
        return new Census(people);
    }
}
