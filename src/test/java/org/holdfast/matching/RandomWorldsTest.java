package org.holdfast.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.matching.Candidate.Duty;
import org.holdfast.matching.Cast.Asking;
import org.holdfast.matching.Cast.Supporter;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Rules.SameDepartment;
import org.junit.jupiter.api.Test;

/// Thousands of programs made by dice. Each failure names its seed; the first is fixed, so a run can be repeated.
class RandomWorldsTest {

    private static final long FIRST_SEED = 20260311;
    private static final int WORLDS = 5_000;

    @Test
    void nobodyAmaraMustNotMeetIsEverProposedAndNobodyElseIsLeftOut() {
        inEveryWorld(world -> {
            Need need = world.amara.need();
            Ranking ranking = world.rank(need, world.supporters);
            var proposed = new HashSet<>(Cast.proposed(ranking));
            var excluded = new HashSet<UUID>();
            ranking.exclusions().forEach(exclusion -> excluded.add(exclusion.supporter()));
            assertThat(ranking.proposals()).hasSize(proposed.size());
            assertThat(ranking.exclusions()).hasSize(excluded.size());
            for (Supporter supporter : world.supporters) {
                boolean may = canSupport(supporter) && mayMeet(world.amara, supporter, world.rules);
                assertThat(proposed.contains(supporter.id)).isEqualTo(may);
                assertThat(excluded.contains(supporter.id)).isEqualTo(!may);
                assertThat(Matching.mayBeProposed(need, supporter.candidate(), world.rules, Cast.TODAY))
                        .isEqualTo(may);
            }
        });
    }

    /// DESIGN promise 5 once more, in other words than the code under test.
    private static boolean mayMeet(Asking amara, Supporter supporter, Rules rules) {
        if (amara.notProposed.contains(supporter.id) || !supporter.languages.contains(amara.language)) {
            return false;
        }
        for (Map.Entry<UUID, Set<Duty>> duty : supporter.duties.entrySet()) {
            boolean there = amara.departments.isEmpty() || amara.departments.contains(duty.getKey());
            if (there && !duty.getValue().isEmpty()) {
                return false;
            }
        }
        boolean named = supporter.id.equals(amara.wishedSupporter);
        boolean own = supporter.department != null && amara.departments.contains(supporter.department);
        boolean welcome = amara.from == null && (named || rules.sameDepartment() == SameDepartment.WELCOME);
        boolean wished = amara.from == FromDepartment.OWN || amara.from == FromDepartment.ANY;
        return own ? wished || welcome : amara.from != FromDepartment.OWN || amara.departments.isEmpty();
    }

    private static boolean canSupport(Supporter supporter) {
        return supporter.approved
                && supporter.ready
                && supporter.trainingDue != null
                && !Cast.TODAY.isAfter(supporter.trainingDue)
                && supporter.agreementDue != null
                && !Cast.TODAY.isAfter(supporter.agreementDue)
                && !supporter.paused
                && !supporter.away
                && supporter.openPairings < supporter.capacity;
    }

    @Test
    void equalInputsInAnyOrderGiveEqualLists() {
        inEveryWorld(world -> {
            Ranking once = world.rank(world.amara.need(), world.supporters);
            Ranking again = world.rank(world.amara.need(), world.supporters);
            assertThat(again.equals(once)).isTrue();
        });
    }

    @Test
    void aVetoLooksLikeEveryOtherCauseOfAmarasAndMovesNobodyElse() {
        inEveryWorld(world -> {
            Ranking before = world.rank(world.amara.need(), world.supporters);
            if (before.proposals().isEmpty()) {
                return;
            }
            UUID chosen = world.any(before.proposals()).supporter();
            Supporter ben = world.supporters.stream()
                    .filter(supporter -> supporter.id.equals(chosen))
                    .findFirst()
                    .orElseThrow();
            Set<UUID> notProposed = world.amara.notProposed;
            world.amara.notProposed = new HashSet<>(notProposed);
            world.amara.notProposed.add(chosen);
            Ranking vetoed = world.rank(world.amara.need(), world.supporters);
            world.amara.notProposed = notProposed;

            assertThat(vetoed.proposals())
                    .isEqualTo(before.proposals().stream()
                            .filter(proposal -> !proposal.supporter().equals(chosen))
                            .toList());
            String seen = Cast.screen(vetoed.visible());
            var duties = ben.duties;
            UUID department = world.amara.departments.stream().findFirst().orElse(Cast.ICU);
            ben.duties = Map.of(department, Set.of(Duty.SCHEDULES));
            assertThat(Cast.screen(
                            world.rank(world.amara.need(), world.supporters).visible()))
                    .isEqualTo(seen);
            ben.duties = duties;
            ben.languages = Set.of("xx");
            assertThat(Cast.screen(
                            world.rank(world.amara.need(), world.supporters).visible()))
                    .isEqualTo(seen);
        });
    }

    @Test
    void aVetoOnSomeoneWithACauseOfTheirOwnChangesNothingToSee() {
        inEveryWorld(world -> {
            Ranking before = world.rank(world.amara.need(), world.supporters);
            var vetoes = new HashSet<>(world.amara.notProposed);
            world.supporters.stream()
                    .filter(supporter -> !canSupport(supporter))
                    .forEach(s -> vetoes.add(s.id));
            world.amara.notProposed = vetoes;
            assertThat(Cast.screen(
                            world.rank(world.amara.need(), world.supporters).visible()))
                    .isEqualTo(Cast.screen(before.visible()));
        });
    }

    @Test
    void whoIsShownAsUnavailableWouldBeSoForAnybody() {
        inEveryWorld(world -> {
            var forAmara = world.rank(world.amara.need(), world.supporters).visible();
            var forAnyone = world.rank(new Asking().need(), world.supporters).visible();
            assertThat(forAmara.unavailable()).isEqualTo(forAnyone.unavailable());
            assertThat(forAmara.unavailable()).noneMatch(exclusion -> exclusion.cause() == Cause.MAY_NOT_BE_PROPOSED);
        });
    }

    @Test
    void belowKNoReasonTellsWhereAmaraWorksOrWhatItIsAbout() {
        var shown = new HashSet<Reason>();
        inEveryWorld(world -> {
            Ranking ranking = world.rank(world.amara.need(), world.supporters);
            long smallest = world.amara.departments.stream()
                    .mapToLong(department -> crowd(world, List.of(department)))
                    .min()
                    .orElse(0);
            boolean place = smallest >= world.rules.k();
            long everywhere = crowd(world, List.copyOf(world.census.people().keySet()));
            boolean topic = world.amara.departments.isEmpty() ? everywhere >= world.rules.k() : place;
            var allowed = new HashSet<>(Set.of(Reason.values()));
            if (!place) {
                allowed.removeAll(
                        Set.of(Reason.OWN_DEPARTMENT, Reason.SAME_SPECIALTY, Reason.SAME_SITE, Reason.CAN_MEET));
            }
            if (!topic) {
                allowed.remove(Reason.KNOWS_TOPIC);
            }
            ranking.proposals().forEach(proposal -> {
                assertThat(allowed.containsAll(proposal.reasons())).isTrue();
                assertThat(proposal.reasons()).isNotEmpty();
                shown.addAll(proposal.reasons());
            });
        });
        assertThat(shown).containsExactlyInAnyOrder(Reason.values());
    }

    private static long crowd(RandomWorld world, List<UUID> departments) {
        long heads = 0;
        for (UUID department : departments) {
            for (var entry :
                    world.census.people().getOrDefault(department, Map.of()).entrySet()) {
                if (world.amara.profession == null || world.amara.profession.equals(entry.getKey())) {
                    heads += entry.getValue();
                }
            }
        }
        return heads;
    }

    private static void inEveryWorld(Consumer<RandomWorld> holds) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            try {
                holds.accept(new RandomWorld(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("in the world of seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }
}
