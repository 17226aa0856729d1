package org.holdfast.matching;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.holdfast.matching.Candidate.Profile;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Need.Wishes;
import org.holdfast.matching.Rules.Weights;
import org.jspecify.annotations.Nullable;

/// How well one supporter fits one need, in whole points, and why.
record Scoring(Need need, Rules rules, FairLoad load, ZonedDateTime now) {

    /// @param points after the price of load
    /// @param reasons all of them, in the order they are listed in, before the rule of k
    /// @param named asked for by name
    /// @param inTime can be rung as soon as the need has it
    record Fit(Candidate candidate, int points, List<Reason> reasons, boolean named, boolean inTime, double load) {

        boolean comesFirst() {
            return named && inTime;
        }
    }

    Fit of(Candidate candidate) {
        boolean inTime = inTime(candidate);
        boolean named = candidate.id().equals(need.wishes().supporter());
        var parts = new EnumMap<Reason, Integer>(Reason.class);
        addProfile(parts, candidate.profile());
        addWishes(parts, candidate.profile());
        add(parts, Reason.NAMED, named, rules.weights().named());
        add(parts, Reason.OWN_DEPARTMENT, Exclusions.fromOwnDepartment(need, candidate), 0);
        add(parts, Reason.ON_CALL, candidate.reach().onCall(), 0);
        add(parts, Reason.IN_TIME, inTime && need.howSoon() != HowSoon.NO_HURRY, hours());
        add(parts, Reason.SPEAKS_LANGUAGE, true, 0);
        double carried = load.of(candidate);
        add(parts, Reason.LIGHT_LOAD, carried < load.median(), 0);
        long points =
                parts.values().stream().mapToInt(Integer::intValue).sum() - Math.round(rules.loadPrice() * carried);
        return new Fit(
                candidate,
                Math.clamp(points, Integer.MIN_VALUE, Integer.MAX_VALUE),
                List.copyOf(parts.keySet()),
                named,
                inTime,
                carried);
    }

    private void addProfile(Map<Reason, Integer> parts, Profile profile) {
        Weights weights = rules.weights();
        boolean sameSite = profile.site() != null && need.sites().contains(profile.site());
        // a wish about the profession says more than the guess that one's own is best
        boolean guess = need.wishes().profession() == null;
        add(
                parts,
                Reason.SAME_PROFESSION,
                guess && same(need.profession(), profile.profession()),
                weights.profession());
        add(parts, Reason.SAME_SPECIALTY, same(need.specialty(), profile.specialty()), weights.specialty());
        add(parts, Reason.SAME_SITE, sameSite, weights.site());
        add(parts, Reason.CAN_MEET, sameSite && need.ways().contains(Way.IN_PERSON), weights.canMeet());
        int known =
                (int) need.topics().stream().filter(profile.topics()::contains).count();
        add(
                parts,
                Reason.KNOWS_TOPIC,
                known > 0,
                weights.topic() * known / Math.max(1, need.topics().size()));
    }

    private void addWishes(Map<Reason, Integer> parts, Profile profile) {
        Weights weights = rules.weights();
        Wishes wishes = need.wishes();
        String language = wishes.language();
        boolean speaksIt = language != null && profile.languages().contains(language);
        add(
                parts,
                Reason.WISHED_PROFESSION,
                same(wishes.profession(), profile.profession()),
                weights.wishedProfession());
        add(parts, Reason.WISHED_GENDER, same(wishes.gender(), profile.gender()), weights.wishedGender());
        add(parts, Reason.WISHED_LANGUAGE, speaksIt, weights.wishedLanguage());
        add(parts, Reason.WISHED_SITE, same(wishes.site(), profile.site()), weights.wishedSite());
        add(
                parts,
                Reason.WISHED_ORGANISATION,
                same(wishes.organisation(), profile.organisation()),
                weights.wishedOrganisation());
    }

    private static void add(Map<Reason, Integer> parts, Reason reason, boolean holds, int points) {
        if (holds) {
            parts.put(reason, points);
        }
    }

    private static boolean same(@Nullable Object wanted, @Nullable Object there) {
        return wanted != null && wanted.equals(there);
    }

    private int hours() {
        return switch (need.howSoon()) {
            case NOW -> rules.weights().reachableNow();
            case TODAY, FEW_DAYS -> rules.weights().reachableInTime();
            case NO_HURRY -> 0;
        };
    }

    private boolean inTime(Candidate candidate) {
        return switch (candidate.availability()) {
            case Availability.Now _ -> true;
            case Availability.From(Instant time) -> need.howSoon() == HowSoon.NO_HURRY || time.isBefore(latest());
            case Availability.Unknown _ -> need.howSoon() == HowSoon.NO_HURRY;
        };
    }

    /// "Today", said at eleven in the evening, is meant for the night as well.
    private Instant latest() {
        return switch (need.howSoon()) {
            case NOW -> now.toInstant();
            case TODAY -> {
                Instant midnight = now.toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(now.getZone())
                        .toInstant();
                Instant night = now.plusHours(12).toInstant();
                yield midnight.isAfter(night) ? midnight : night;
            }
            case FEW_DAYS -> now.plusDays(3).toInstant();
            case NO_HURRY -> Instant.MAX;
        };
    }
}
