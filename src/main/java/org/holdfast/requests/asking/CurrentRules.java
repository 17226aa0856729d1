package org.holdfast.requests.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Places;
import org.holdfast.programs.Policies;
import org.holdfast.programs.Policy;
import org.holdfast.programs.keys.IntakeUse;
import org.holdfast.programs.keys.Keys;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ProgramId;
import org.holdfast.supporters.Profile;
import org.holdfast.supporters.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The rules of the program at hand, kept in memory for a few seconds: asking is the hot path and makes one trip.
/// What changes meanwhile is caught by the keys between the tables.
@Component
class CurrentRules {

    private static final Duration KEEP = Duration.ofSeconds(10);

    private record Read(Rules rules, Instant until) {}

    private final Policies policies;
    private final Places places;
    private final Members members;
    private final Profiles profiles;
    private final Keys keys;
    private final IntakeUse use;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<ProgramId, Read> kept = new ConcurrentHashMap<>();

    CurrentRules(
            Policies policies,
            Places places,
            Members members,
            Profiles profiles,
            Keys keys,
            IntakeUse use,
            TransactionTemplate transaction,
            Clock clock) {
        this.policies = policies;
        this.places = places;
        this.members = members;
        this.profiles = profiles;
        this.keys = keys;
        this.use = use;
        this.transaction = transaction;
        this.clock = clock;
    }

    Rules current() {
        ProgramId program = ProgramContext.current().id();
        Instant now = clock.instant();
        Read found = kept.get(program);
        if (found != null && now.isBefore(found.until())) {
            return found.rules();
        }
        Rules read = transaction.execute(status -> read());
        if (read == null) {
            throw new IllegalStateException("no rules were read");
        }
        kept.put(program, new Read(read, now.plus(KEEP)));
        return read;
    }

    void forget() {
        kept.remove(ProgramContext.current().id());
    }

    private Rules read() {
        Policy policy = policies.current();
        Map<MemberId, Profile> profiles = this.profiles.all();
        var supporters = members.all().stream()
                .filter(member -> profiles.containsKey(member.id()))
                .map(member -> new Rules.Supporter(member.id().value(), member.name()))
                .toList();
        return new Rules(
                policy,
                set(places.professions(), Places.Profession::code),
                set(places.sites(), Places.Site::id),
                set(places.departments(), Places.Department::id),
                set(places.organisations(), Places.Organisation::id),
                intakeNumbers(),
                supporters,
                policy.privacy().publishedList() ? published(profiles) : Set.of());
    }

    private static Set<UUID> published(Map<MemberId, Profile> profiles) {
        return profiles.entrySet().stream()
                .filter(one -> one.getValue().published())
                .map(one -> one.getKey().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The current key, and those under which there are notes still: their wraps are kept as long.
    private Set<Integer> intakeNumbers() {
        Set<Integer> numbers = new HashSet<>(use.numbersWithNotes());
        keys.currentIntake().ifPresent(key -> numbers.add(key.number()));
        return Set.copyOf(numbers);
    }

    private static <T, R> Set<R> set(Collection<T> all, Function<T, R> of) {
        return all.stream().map(of).collect(Collectors.toUnmodifiableSet());
    }
}
