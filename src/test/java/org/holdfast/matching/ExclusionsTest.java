package org.holdfast.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.matching.Cast.HARBOUR;
import static org.holdfast.matching.Cast.ICU;
import static org.holdfast.matching.Cast.SURGERY;
import static org.holdfast.matching.Cast.TODAY;
import static org.holdfast.matching.Cast.ben;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdfast.matching.Candidate.Duty;
import org.holdfast.matching.Cast.Asking;
import org.holdfast.matching.Cast.Supporter;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Rules.Listing;
import org.holdfast.matching.Rules.SameDepartment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExclusionsTest {

    @Test
    void benInGoodStandingMayBeProposed() {
        assertMay(new Asking(), ben());
    }

    static Stream<Arguments> ownCauses() {
        return Stream.of(
                own(Cause.NOT_APPROVED, ben -> ben.approved = false),
                own(Cause.KEY_NOT_READY, ben -> ben.ready = false),
                own(Cause.TRAINING_LAPSED, ben -> ben.trainingDue = TODAY.minusDays(1)),
                own(Cause.TRAINING_LAPSED, ben -> ben.trainingDue = null),
                own(Cause.AGREEMENT_LAPSED, ben -> ben.agreementDue = TODAY.minusDays(1)),
                own(Cause.AGREEMENT_LAPSED, ben -> ben.agreementDue = null),
                own(Cause.PAUSED, ben -> ben.paused = true),
                own(Cause.AWAY, ben -> ben.away = true),
                own(Cause.AT_CAPACITY, ben -> ben.openPairings = ben.capacity),
                own(Cause.AT_CAPACITY, ben -> ben.capacity = 0));
    }

    private static Arguments own(Cause cause, Consumer<Supporter> change) {
        return Arguments.of(cause, change);
    }

    @ParameterizedTest
    @MethodSource("ownCauses")
    void benIsExcludedWithHisOwnCause(Cause cause, Consumer<Supporter> change) {
        Supporter ben = ben();
        change.accept(ben);
        assertCause(cause, new Asking(), ben);
        assertThat(Matching.ownCause(ben.candidate(), TODAY)).contains(cause);
    }

    @ParameterizedTest
    @MethodSource("ownCauses")
    void hisOwnCauseHidesThatAmaraRuledHimOut(Cause cause, Consumer<Supporter> change) {
        Supporter ben = ben();
        change.accept(ben);
        assertCause(cause, new Asking().ruleOut(ben), ben);
    }

    @ParameterizedTest
    @MethodSource("ownCauses")
    void beingOnCallLiftsNoCause(Cause cause, Consumer<Supporter> change) {
        Supporter ben = ben();
        ben.onCall = true;
        change.accept(ben);
        assertCause(cause, new Asking(), ben);
    }

    @Test
    void trainingAndAgreementHoldThroughTheirLastDay() {
        Supporter ben = ben();
        ben.trainingDue = TODAY;
        ben.agreementDue = TODAY;
        assertMay(new Asking(), ben);
    }

    @Test
    void whomAmaraRuledOutIsNotProposed() {
        assertMayNot(new Asking().ruleOut(ben()), ben());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLeadsSchedulesOrGradesInOneOfHerDepartmentsIsNotProposed(Duty duty) {
        Asking amara = new Asking();
        amara.departments = Set.of(ICU, HARBOUR);
        Supporter ben = ben();
        ben.duties = Map.of(ICU, Set.of(duty));
        assertMayNot(amara, ben);
        amara.from = FromDepartment.ANY;
        amara.wishedSupporter = ben.id;
        assertMayNot(amara, ben);
    }

    @Test
    void whoeverLeadsElsewhereMayBeProposed() {
        Supporter ben = ben();
        ben.duties = Map.of(SURGERY, Set.of(Duty.LEADS), ICU, Set.of());
        assertMay(new Asking(), ben);
    }

    @ParameterizedTest
    @EnumSource
    void ifAmaraNamesNoDepartmentNobodyWhoLeadsAnyIsProposed(Duty duty) {
        Asking amara = new Asking();
        amara.departments = Set.of();
        Supporter ben = ben();
        assertMay(amara, ben);
        ben.duties = Map.of(SURGERY, Set.of(duty));
        assertMayNot(amara, ben);
    }

    @Test
    void nobodyOfHerOwnDepartmentUnlessWished() {
        Asking amara = new Asking();
        Supporter ben = ben();
        ben.department = ICU;
        assertMayNot(amara, ben);
        amara.from = FromDepartment.OTHER;
        assertMayNot(amara, ben);
        amara.from = FromDepartment.ANY;
        assertMay(amara, ben);
        amara.from = FromDepartment.OWN;
        assertMay(amara, ben);
    }

    @Test
    void whoWishesTheirOwnDepartmentGetsNobodyElse() {
        Asking amara = new Asking();
        amara.from = FromDepartment.OWN;
        Supporter ben = ben();
        assertMayNot(amara, ben);
        ben.department = null;
        assertMayNot(amara, ben);
    }

    @Test
    void askingForSomeoneOfTheOwnDepartmentByNameIsAWish() {
        Asking amara = new Asking();
        Supporter ben = ben();
        ben.department = ICU;
        amara.wishedSupporter = ben.id;
        assertMay(amara, ben);
        amara.from = FromDepartment.OTHER;
        assertMayNot(amara, ben);
    }

    @Test
    void aProgramMayWelcomeTheOwnDepartmentButNotAgainstTheWish() {
        Rules welcome = Cast.rules(SameDepartment.WELCOME, 0, Listing.ALL_WHERE_K_ALLOWS);
        Asking amara = new Asking();
        Supporter ben = ben();
        ben.department = ICU;
        assertThat(Matching.mayBeProposed(amara.need(), ben.candidate(), welcome, TODAY))
                .isTrue();
        amara.from = FromDepartment.OTHER;
        assertThat(Matching.mayBeProposed(amara.need(), ben.candidate(), welcome, TODAY))
                .isFalse();
    }

    @Test
    void nobodyIsProposedWhoCannotSpeakTheLanguageOfTheTalk() {
        Asking amara = new Asking();
        amara.language = "es-MX";
        Supporter ben = ben();
        assertMayNot(amara, ben);
        ben.languages = Set.of("en", "ES");
        assertMay(amara, ben);
    }

    private static void assertMay(Asking amara, Supporter ben) {
        assertThat(Matching.mayBeProposed(amara.need(), ben.candidate(), Rules.STARTER, TODAY))
                .isTrue();
        assertThat(Cast.proposed(Cast.rank(amara, ben))).containsExactly(ben.id);
    }

    private static void assertMayNot(Asking amara, Supporter ben) {
        assertCause(Cause.MAY_NOT_BE_PROPOSED, amara, ben);
        assertThat(Matching.ownCause(ben.candidate(), TODAY)).isEmpty();
    }

    private static void assertCause(Cause cause, Asking amara, Supporter ben) {
        assertThat(Matching.mayBeProposed(amara.need(), ben.candidate(), Rules.STARTER, TODAY))
                .isFalse();
        Ranking ranking = Cast.rank(amara, ben);
        assertThat(ranking.proposals()).isEmpty();
        assertThat(ranking.exclusions()).containsExactly(new Ranking.Exclusion(ben.id, cause));
    }
}
