package org.holdfast.matching;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.matching.Candidate.Duty;
import org.holdfast.matching.Candidate.Profile;
import org.holdfast.matching.Candidate.Reach;
import org.holdfast.matching.Candidate.Standing;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Need.Wishes;
import org.holdfast.matching.Rules.Listing;
import org.holdfast.matching.Rules.SameDepartment;
import org.jspecify.annotations.Nullable;

/// The people these tests tell of: Amara asks; Ben and his colleagues support.
final class Cast {

    /// A Wednesday night, three o'clock.
    static final ZonedDateTime NIGHT = ZonedDateTime.of(2026, 3, 11, 3, 0, 0, 0, ZoneId.of("America/Los_Angeles"));

    static final LocalDate TODAY = NIGHT.toLocalDate();
    static final UUID ICU = id("ICU");
    static final UUID SURGERY = id("Surgery");
    static final UUID HARBOUR = id("Harbour Hospital");
    static final UUID HILL = id("Hill Clinic");
    static final UUID COAST = id("Coast Health");
    static final Census CROWDED = new Census(
            Map.of(ICU, Map.of("nurse", 40, "physician", 12), SURGERY, Map.of("nurse", 19, "physician", 25)));

    private Cast() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Supporter ben() {
        return new Supporter("Ben");
    }

    static Ranking rank(Asking asking, Supporter... supporters) {
        return rank(asking, Rules.STARTER, supporters);
    }

    static Ranking rank(Asking asking, Rules rules, Supporter... supporters) {
        return Matching.rank(asking.need(), candidates(supporters), rules, CROWDED, NIGHT);
    }

    static List<Candidate> candidates(Supporter... supporters) {
        return List.of(supporters).stream().map(Supporter::candidate).toList();
    }

    static List<UUID> proposed(Ranking ranking) {
        return ranking.proposals().stream().map(Ranking.Proposal::supporter).toList();
    }

    static Set<Reason> reasons(Ranking ranking, Supporter supporter) {
        return ranking.proposals().stream()
                .filter(proposal -> proposal.supporter().equals(supporter.id))
                .flatMap(proposal -> proposal.reasons().stream())
                .collect(Collectors.toSet());
    }

    static Rules rules(SameDepartment sameDepartment, double loadPrice, Listing listing) {
        Rules starter = Rules.STARTER;
        return new Rules(
                starter.k(),
                sameDepartment,
                starter.weights(),
                loadPrice,
                starter.easeInMonths(),
                starter.easeInShare(),
                listing,
                starter.firstFew());
    }

    /// All that a screen could show, letter by letter.
    static String screen(Ranking.Visible visible) {
        var unavailable = visible.unavailable().stream()
                .map(exclusion ->
                        exclusion.supporter() + " " + exclusion.cause().key())
                .toList();
        return visible.candidates() + "\n" + unavailable + "\n" + visible.restKey() + "\n" + visible.reasonsHeldBack();
    }

    /// Amara, a nurse of the ICU; she may need someone now, and speaks English.
    static final class Asking {
        UUID request = id("Amara's request");
        HowSoon howSoon = HowSoon.FEW_DAYS;

        @Nullable
        String profession = "nurse";

        @Nullable
        String specialty;

        Set<UUID> sites = Set.of();
        Set<UUID> departments = Set.of(ICU);
        Set<String> topics = Set.of();
        String language = "en";
        Set<Way> ways = Set.of(Way.HERE);

        @Nullable
        String wishedProfession;

        @Nullable
        String wishedGender;

        @Nullable
        String wishedLanguage;

        @Nullable
        FromDepartment from;

        @Nullable
        UUID wishedSite;

        @Nullable
        UUID wishedOrganisation;

        @Nullable
        UUID wishedSupporter;

        Set<UUID> notProposed = Set.of();

        Need need() {
            var wishes = new Wishes(
                    wishedProfession,
                    wishedGender,
                    wishedLanguage,
                    from,
                    wishedSite,
                    wishedOrganisation,
                    wishedSupporter);
            return new Need(
                    request,
                    howSoon,
                    profession,
                    specialty,
                    sites,
                    departments,
                    topics,
                    language,
                    ways,
                    wishes,
                    notProposed);
        }

        Asking ruleOut(Supporter supporter) {
            notProposed = Set.of(supporter.id);
            return this;
        }
    }

    /// A nurse of Surgery, in good standing, within hours, there for two years.
    static final class Supporter {
        final UUID id;
        boolean approved = true;
        boolean ready = true;

        @Nullable
        LocalDate trainingDue = TODAY.plusMonths(6);

        @Nullable
        LocalDate agreementDue = TODAY.plusMonths(6);

        boolean paused;
        boolean away;
        int openPairings;
        int capacity = 2;

        @Nullable
        String profession = "nurse";

        @Nullable
        String specialty;

        @Nullable
        String gender;

        Set<String> languages = Set.of("en");

        @Nullable
        UUID site;

        @Nullable
        UUID department = SURGERY;

        @Nullable
        UUID organisation;

        Set<String> topics = Set.of();
        LocalDate joinedOn = TODAY.minusYears(2);
        Map<UUID, Set<Duty>> duties = Map.of();
        boolean onCall;
        boolean withinHours = true;

        @Nullable
        Instant nextTime;

        double recentLoad = 4;

        @Nullable
        LocalDate lastOfferedOn = TODAY.minusDays(10);

        Supporter(String name) {
            id = Cast.id(name);
        }

        Candidate candidate() {
            return new Candidate(
                    id,
                    new Standing(approved, ready, trainingDue, agreementDue, paused, away, openPairings, capacity),
                    new Profile(
                            profession, specialty, gender, languages, site, department, organisation, topics, joinedOn),
                    duties,
                    new Reach(onCall, withinHours, nextTime),
                    recentLoad,
                    lastOfferedOn);
        }
    }
}
