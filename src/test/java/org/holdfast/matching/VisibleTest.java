package org.holdfast.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.matching.Cast.HARBOUR;
import static org.holdfast.matching.Cast.ICU;
import static org.holdfast.matching.Cast.SURGERY;
import static org.holdfast.matching.Cast.ben;
import static org.holdfast.matching.Cast.rank;
import static org.holdfast.matching.Cast.reasons;
import static org.holdfast.matching.Cast.screen;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.holdfast.matching.Candidate.Duty;
import org.holdfast.matching.Cast.Asking;
import org.holdfast.matching.Cast.Supporter;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Rules.Listing;
import org.holdfast.matching.Rules.SameDepartment;
import org.junit.jupiter.api.Test;

/// What Chloe, who coordinates, can and cannot read off the list.
class VisibleTest {

    private static final Rules FIRST_FEW = Cast.rules(SameDepartment.ONLY_IF_WISHED, 0, Listing.FIRST_FEW);

    @Test
    void chloeCannotTellAVetoFromAnyOtherCauseOfAmaras() {
        Supporter farid = new Supporter("Farid");
        Supporter gita = new Supporter("Gita");
        gita.paused = true;
        String vetoed =
                screen(rank(new Asking().ruleOut(ben()), ben(), farid, gita).visible());
        Supporter colleague = ben();
        colleague.department = ICU;
        Supporter chief = ben();
        chief.duties = Map.of(ICU, Set.of(Duty.LEADS));
        Supporter grader = ben();
        grader.duties = Map.of(ICU, Set.of(Duty.GRADES));
        Supporter foreign = ben();
        foreign.languages = Set.of("de");
        for (Supporter other : new Supporter[] {colleague, chief, grader, foreign}) {
            assertThat(screen(rank(new Asking(), other, farid, gita).visible())).isEqualTo(vetoed);
        }
        assertThat(vetoed).doesNotContain(ben().id.toString()).contains(farid.id.toString());
        assertThat(vetoed).contains(gita.id + " matching.cause.paused", "matching.rest.may_not_be_proposed");
    }

    @Test
    void aVetoOnSomeoneWithACauseOfTheirOwnLeavesNoTrace() {
        Supporter ben = ben();
        ben.away = true;
        Supporter farid = new Supporter("Farid");
        assertThat(screen(rank(new Asking().ruleOut(ben), ben, farid).visible()))
                .isEqualTo(screen(rank(new Asking(), ben, farid).visible()));
    }

    @Test
    void theSentenceAboutTheRestStandsThereEvenIfThereIsNoRest() {
        var everyone = rank(new Asking(), ben(), new Supporter("Farid")).visible();
        assertThat(everyone.candidates()).hasSize(2);
        assertThat(everyone.restKey()).isEqualTo("matching.rest.may_not_be_proposed");
    }

    @Test
    void noScoreIsShownBecauseItAddsUpFromHiddenReasons() {
        assertThat(Ranking.Visible.Candidacy.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("supporter", "reasons", "availability");
    }

    @Test
    void departmentSpecialtySiteAndTopicAreReasonsOnlyInACrowdOfTwenty() {
        Asking amara = new Asking();
        amara.from = FromDepartment.ANY;
        amara.specialty = "burns";
        amara.topics = Set.of("grief");
        amara.sites = Set.of(HARBOUR);
        amara.ways = Set.of(Way.IN_PERSON);
        Supporter ben = ben();
        ben.department = ICU;
        ben.specialty = "burns";
        ben.topics = Set.of("grief");
        ben.site = HARBOUR;
        Reason[] rare = {
            Reason.OWN_DEPARTMENT, Reason.SAME_SPECIALTY, Reason.KNOWS_TOPIC, Reason.SAME_SITE, Reason.CAN_MEET
        };
        var crowded = rank(amara, ben); // 40 nurses in the ICU
        assertThat(reasons(crowded, ben)).contains(rare);
        assertThat(crowded.visible().reasonsHeldBack()).isFalse();
        assertThat(crowded.visible().complete()).isTrue();

        amara.departments = Set.of(ICU, SURGERY); // 19 nurses in Surgery
        var oneSmall = rank(amara, ben);
        assertThat(reasons(oneSmall, ben)).doesNotContain(rare).contains(Reason.SAME_PROFESSION);
        assertThat(oneSmall.visible().reasonsHeldBack()).isTrue();
        assertThat(oneSmall.visible().complete()).isFalse();
        assertThat(oneSmall.proposals().getFirst().score())
                .isEqualTo(crowded.proposals().getFirst().score());

        amara.departments = Set.of(ICU);
        amara.profession = "physician"; // 12 of them
        assertThat(reasons(rank(amara, ben), ben)).doesNotContain(rare);
        amara.profession = null; // 52 people of any profession
        assertThat(reasons(rank(amara, ben), ben)).contains(rare);
        amara.departments = Set.of(HARBOUR); // nobody was counted there
        assertThat(reasons(rank(amara, ben), ben)).doesNotContain(rare);
    }

    @Test
    void withoutADepartmentTheTopicIsSharedByTheWholeProgramAndThePlaceByNobody() {
        Asking amara = new Asking();
        amara.departments = Set.of();
        amara.topics = Set.of("grief");
        amara.specialty = "burns";
        Supporter ben = ben();
        ben.topics = Set.of("grief");
        ben.specialty = "burns";
        assertThat(reasons(rank(amara, ben), ben)).contains(Reason.KNOWS_TOPIC).doesNotContain(Reason.SAME_SPECIALTY);
        amara.profession = "chaplain";
        assertThat(reasons(rank(amara, ben), ben)).doesNotContain(Reason.KNOWS_TOPIC);
    }

    @Test
    void exactlyKIsEnough() {
        Need need = new Asking().need();
        assertThat(Cast.CROWDED.placeMayBeShown(need, 40)).isTrue();
        assertThat(Cast.CROWDED.placeMayBeShown(need, 41)).isFalse();
        assertThat(Cast.CROWDED.topicMayBeShown(need, 41)).isFalse();
    }

    @Test
    void whereTheDepartmentIsSmallTheMissingNamesDoNotGiveItAway() {
        Asking amara = new Asking();
        amara.departments = Set.of(SURGERY);
        Supporter[] pool = IntStream.range(0, 20)
                .mapToObj(number -> {
                    Supporter supporter = new Supporter("supporter " + number);
                    supporter.department = number < 4 ? SURGERY : ICU;
                    return supporter;
                })
                .toArray(Supporter[]::new);
        var visible = rank(amara, pool).visible();
        assertThat(visible.candidates()).hasSize(5);
        assertThat(visible.restKey()).isEqualTo("matching.rest.further_or_not");
        amara.departments = Set.of(ICU);
        assertThat(rank(amara, pool).visible().candidates()).hasSize(4);
        assertThat(rank(amara, pool).visible().complete()).isTrue();
    }

    @Test
    void theFirstFewAreAtMostHalfOfThosePresentWhoeverIsRuledOut() {
        Supporter[] six = IntStream.range(0, 6)
                .mapToObj(number -> new Supporter("supporter " + number))
                .toArray(Supporter[]::new);
        assertThat(rank(new Asking(), FIRST_FEW, six).visible().candidates()).hasSize(3);
        assertThat(rank(new Asking().ruleOut(six[0]), FIRST_FEW, six).visible().candidates())
                .hasSize(3);
        six[1].paused = true;
        assertThat(rank(new Asking(), FIRST_FEW, six).visible().candidates()).hasSize(2);
    }
}
