package org.holdfast.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.holdfast.matching.Cast.TODAY;
import static org.holdfast.matching.Cast.ben;
import static org.holdfast.matching.Cast.proposed;
import static org.holdfast.matching.Cast.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.matching.Cast.Asking;
import org.holdfast.matching.Cast.Supporter;
import org.holdfast.matching.Rules.Listing;
import org.holdfast.matching.Rules.SameDepartment;
import org.junit.jupiter.api.Test;

class FairLoadTest {

    private static Supporter carrying(String name, double load) {
        Supporter supporter = new Supporter(name);
        supporter.recentLoad = load;
        return supporter;
    }

    @Test
    void amongEqualsWhoeverCarriedLeastStandsFirst() {
        Supporter gita = carrying("Gita", 2);
        Supporter farid = carrying("Farid", 9);
        Ranking ranking = rank(new Asking(), farid, ben(), gita);
        assertThat(proposed(ranking)).containsExactly(gita.id, ben().id, farid.id);
        assertThat(Cast.reasons(ranking, gita)).contains(Reason.LIGHT_LOAD);
        assertThat(Cast.reasons(ranking, farid)).doesNotContain(Reason.LIGHT_LOAD);
    }

    @Test
    void loadOutweighsAFitOnlyAtThePriceThePolicySets() {
        Asking amara = new Asking();
        amara.specialty = "burns";
        Supporter expert = carrying("Farid", 9);
        expert.specialty = "burns"; // 10 points
        assertThat(proposed(rank(amara, expert, ben()))).containsExactly(expert.id, ben().id);
        Rules cheap = Cast.rules(SameDepartment.ONLY_IF_WISHED, 1, Listing.ALL_WHERE_K_ALLOWS);
        assertThat(proposed(rank(amara, cheap, expert, ben()))).containsExactly(expert.id, ben().id);
        Rules dear = Cast.rules(SameDepartment.ONLY_IF_WISHED, 3, Listing.ALL_WHERE_K_ALLOWS);
        assertThat(proposed(rank(amara, dear, expert, ben()))).containsExactly(ben().id, expert.id);
    }

    @Test
    void aNewcomersEmptyRecordDoesNotDrawEveryRequest() {
        Supporter gita = carrying("Gita", 3);
        Supporter farid = carrying("Farid", 9);
        Supporter newcomer = carrying("Noor", 0);
        newcomer.joinedOn = TODAY.minusMonths(3).plusDays(1);
        // the middle of the three others is Ben's 4
        assertThat(proposed(rank(new Asking(), newcomer, farid, ben(), gita)))
                .startsWith(gita.id)
                .endsWith(farid.id);
        assertThat(load(newcomer, gita, ben(), farid)).isEqualTo(4);
        newcomer.recentLoad = 3;
        assertThat(load(newcomer, gita, ben(), farid)).isEqualTo(6); // at a share of one half, each counts twice
    }

    @Test
    void nobodyIsFloodedOnTheDayTheirEaseInEnds() {
        Supporter newcomer = carrying("Noor", 2);
        newcomer.joinedOn = TODAY.minusMonths(3); // 90 of 182 days
        assertThat(load(newcomer, ben(), carrying("Farid", 4), carrying("Gita", 4)))
                .isCloseTo(2 + 4.0 * 92 / 182, within(0.01)); // 4 is the middle of 2, 4, 4, 4
        newcomer.joinedOn = TODAY.minusDays(182);
        assertThat(load(newcomer, ben(), carrying("Farid", 4), carrying("Gita", 4)))
                .isEqualTo(2);
    }

    @Test
    void aPoolOfNewcomersSharesFromTheFirstDay() {
        Supporter noor = carrying("Noor", 1);
        noor.joinedOn = TODAY;
        Supporter omar = carrying("Omar", 0);
        omar.joinedOn = TODAY;
        assertThat(proposed(rank(new Asking(), noor, omar))).containsExactly(omar.id, noor.id);
    }

    @Test
    void overAHundredAndTwentyRequestsThoseWhoFitAlikeCarryAlike() {
        Supporter[] pool = {
            carrying("Ben", 0), carrying("Farid", 0), carrying("Gita", 0), carrying("Hana", 0), carrying("Noor", 0)
        };
        pool[4].joinedOn = TODAY.minusMonths(1);
        Map<UUID, Integer> taken = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            Asking amara = new Asking();
            amara.request = Cast.id("request " + i);
            UUID next = proposed(rank(amara, pool)).getFirst();
            taken.merge(next, 1, Integer::sum);
            for (Supporter supporter : pool) {
                supporter.recentLoad += supporter.id.equals(next) ? 1 : 0;
            }
        }
        int newcomers = taken.getOrDefault(pool[4].id, 0);
        assertThat(newcomers).isBetween(11, 15); // half of a full share, which is 26 or 27
        taken.remove(pool[4].id);
        assertThat(taken.values()).hasSize(4).allMatch(times -> times >= 26 && times <= 28);
    }

    private static double load(Supporter of, Supporter... others) {
        var pool = new ArrayList<>(Cast.candidates(others));
        pool.add(of.candidate());
        return FairLoad.over(pool, Rules.STARTER, TODAY).of(of.candidate());
    }
}
