package org.holdfast.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.matching.Candidate.Duty;
import org.holdfast.matching.Cast.Asking;
import org.holdfast.matching.Cast.Supporter;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Rules.Listing;
import org.holdfast.matching.Rules.SameDepartment;
import org.holdfast.matching.Rules.Weights;
import org.jspecify.annotations.Nullable;

/// A program made by dice, small enough in its words that everything collides with everything.
final class RandomWorld {

    private static final List<String> PROFESSIONS = List.of("nurse", "physician", "chaplain");
    private static final List<String> TOPICS = List.of("grief", "sleep", "money", "lawsuit");
    private static final List<String> LANGUAGES = List.of("en", "es", "tl");
    private static final List<String> GENDERS = List.of("WOMAN", "MAN");
    private static final List<UUID> PLACES = List.of(Cast.id("1"), Cast.id("2"), Cast.id("3"), Cast.id("4"));

    private final Random dice;
    final List<Supporter> supporters = new ArrayList<>();
    final Asking amara = new Asking();
    final Rules rules;
    final Census census;

    RandomWorld(long seed) {
        dice = new Random(seed);
        int pool = dice.nextInt(25);
        for (int number = 0; number < pool; number++) {
            supporters.add(supporter("supporter " + number));
        }
        ask();
        rules = new Rules(
                1 + dice.nextInt(30),
                any(List.of(SameDepartment.values())),
                Weights.STARTER,
                dice.nextBoolean() ? 0 : dice.nextDouble() * 5,
                dice.nextInt(5),
                0.25 + dice.nextInt(4) * 0.25,
                any(List.of(Listing.values())),
                1 + dice.nextInt(6));
        Map<UUID, Map<String, Integer>> people = new HashMap<>();
        for (UUID place : some(PLACES)) {
            for (String profession : some(PROFESSIONS)) {
                people.computeIfAbsent(place, _ -> new HashMap<>()).put(profession, dice.nextInt(50));
            }
        }
        census = new Census(people);
    }

    Ranking rank(Need need, List<Supporter> pool) {
        var candidates = new ArrayList<>(pool.stream().map(Supporter::candidate).toList());
        Collections.shuffle(candidates, dice);
        return Matching.rank(need, candidates, rules, census, Cast.NIGHT);
    }

    private Supporter supporter(String name) {
        Supporter supporter = new Supporter(name);
        supporter.approved = mostly();
        supporter.ready = mostly();
        supporter.trainingDue = due();
        supporter.agreementDue = due();
        supporter.paused = !mostly();
        supporter.away = !mostly();
        supporter.openPairings = dice.nextInt(3);
        supporter.capacity = supporter.openPairings + (mostly() ? 1 + dice.nextInt(2) : 0);
        supporter.profession = anyOrNone(PROFESSIONS);
        supporter.specialty = anyOrNone(TOPICS);
        supporter.gender = anyOrNone(GENDERS);
        supporter.languages = mostly() ? Set.of("en") : some(LANGUAGES);
        supporter.site = anyOrNone(PLACES);
        supporter.department = anyOrNone(PLACES);
        supporter.organisation = anyOrNone(PLACES);
        supporter.topics = some(TOPICS);
        supporter.joinedOn = Cast.TODAY.minusDays(dice.nextInt(400));
        if (!mostly()) {
            supporter.duties = Map.of(any(PLACES), some(List.of(Duty.values())));
        }
        supporter.onCall = !mostly();
        supporter.withinHours = dice.nextBoolean();
        supporter.nextTime = dice.nextBoolean()
                ? null
                : Cast.NIGHT.plusHours(dice.nextInt(100)).toInstant();
        supporter.recentLoad = dice.nextInt(4); // few values, so that ties are many
        supporter.lastOfferedOn = dice.nextBoolean() ? null : Cast.TODAY.minusDays(dice.nextInt(3));
        return supporter;
    }

    private void ask() {
        amara.request = new UUID(dice.nextLong(), dice.nextLong());
        amara.howSoon = any(List.of(HowSoon.values()));
        amara.profession = anyOrNone(PROFESSIONS);
        amara.specialty = anyOrNone(TOPICS);
        amara.sites = some(PLACES);
        amara.departments = some(PLACES.subList(0, 1 + dice.nextInt(3)));
        amara.topics = some(TOPICS);
        amara.language = mostly() ? "en" : any(LANGUAGES);
        amara.ways = some(List.of(Way.values()));
        amara.wishedProfession = anyOrNone(PROFESSIONS);
        amara.wishedGender = anyOrNone(GENDERS);
        amara.wishedLanguage = anyOrNone(LANGUAGES);
        amara.from = anyOrNone(List.of(FromDepartment.values()));
        amara.wishedSite = anyOrNone(PLACES);
        amara.wishedOrganisation = anyOrNone(PLACES);
        var ids = supporters.stream().map(supporter -> supporter.id).toList();
        amara.wishedSupporter = ids.isEmpty() ? null : anyOrNone(ids);
        amara.notProposed = mostly() ? Set.of() : some(ids);
    }

    private boolean mostly() {
        return dice.nextInt(8) > 0;
    }

    private @Nullable LocalDate due() {
        return mostly() ? Cast.TODAY.plusDays(dice.nextInt(3)) : dice.nextBoolean() ? null : Cast.TODAY.minusDays(1);
    }

    <T> T any(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private <T> @Nullable T anyOrNone(List<T> of) {
        return dice.nextInt(3) == 0 ? null : any(of);
    }

    private <T> Set<T> some(List<T> of) {
        var some = new HashSet<T>();
        for (T one : of) {
            if (dice.nextInt(3) == 0) {
                some.add(one);
            }
        }
        return some;
    }
}
