package org.holdfast.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.holdfast.matching.Cast.COAST;
import static org.holdfast.matching.Cast.HARBOUR;
import static org.holdfast.matching.Cast.HILL;
import static org.holdfast.matching.Cast.ICU;
import static org.holdfast.matching.Cast.NIGHT;
import static org.holdfast.matching.Cast.TODAY;
import static org.holdfast.matching.Cast.ben;
import static org.holdfast.matching.Cast.proposed;
import static org.holdfast.matching.Cast.rank;
import static org.holdfast.matching.Cast.reasons;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdfast.matching.Cast.Asking;
import org.holdfast.matching.Cast.Supporter;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Ranking.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankingTest {

    /// Farid carries more than Ben, so he stands first only for the reason under test.
    private static Supporter farid() {
        Supporter farid = new Supporter("Farid");
        farid.recentLoad = 9;
        return farid;
    }

    static Stream<Arguments> fits() {
        return Stream.of(
                fit(Reason.SAME_PROFESSION, amara -> amara.profession = "physician", f -> f.profession = "physician"),
                fit(Reason.SAME_SPECIALTY, amara -> amara.specialty = "burns", f -> f.specialty = "burns"),
                fit(
                        Reason.KNOWS_TOPIC,
                        amara -> amara.topics = Set.of("grief", "sleep"),
                        f -> f.topics = Set.of("grief")),
                fit(Reason.SAME_SITE, amara -> amara.sites = Set.of(HARBOUR), f -> f.site = HARBOUR),
                fit(
                        Reason.WISHED_PROFESSION,
                        amara -> amara.wishedProfession = "chaplain",
                        f -> f.profession = "chaplain"),
                fit(Reason.WISHED_GENDER, amara -> amara.wishedGender = "WOMAN", f -> f.gender = "WOMAN"),
                fit(
                        Reason.WISHED_LANGUAGE,
                        amara -> amara.wishedLanguage = "tl",
                        f -> f.languages = Set.of("en", "tl-PH")),
                fit(Reason.WISHED_SITE, amara -> amara.wishedSite = HILL, f -> f.site = HILL),
                fit(
                        Reason.WISHED_ORGANISATION,
                        amara -> amara.wishedOrganisation = COAST,
                        f -> f.organisation = COAST));
    }

    private static Arguments fit(Reason reason, Consumer<Asking> need, Consumer<Supporter> profile) {
        return Arguments.of(reason, need, profile);
    }

    @ParameterizedTest
    @MethodSource("fits")
    void whoFitsBetterStandsFirstAndTheReasonSaysWhy(
            Reason reason, Consumer<Asking> need, Consumer<Supporter> profile) {
        Asking amara = new Asking();
        need.accept(amara);
        Supporter farid = farid();
        assertThat(proposed(rank(amara, farid, ben()))).containsExactly(ben().id, farid.id);
        profile.accept(farid);
        Census everywhere = new Census(Map.of(ICU, Map.of("nurse", 99, "physician", 99)));
        Ranking ranking = Matching.rank(amara.need(), Cast.candidates(farid, ben()), Rules.STARTER, everywhere, NIGHT);
        assertThat(proposed(ranking)).containsExactly(farid.id, ben().id);
        assertThat(reasons(ranking, farid)).contains(reason);
        assertThat(reasons(ranking, ben())).doesNotContain(reason);
    }

    @Test
    void aWishOutweighsAGuess() {
        Asking amara = new Asking();
        amara.wishedGender = "WOMAN";
        Supporter farah = farid();
        farah.gender = "WOMAN";
        farah.profession = "physician";
        assertThat(proposed(rank(amara, ben(), farah))).containsExactly(farah.id, ben().id);
    }

    @Test
    void whoIsAtTheSamePlaceCanMeetHerThere() {
        Asking amara = new Asking();
        amara.sites = Set.of(HARBOUR);
        amara.ways = Set.of(Way.CALL, Way.IN_PERSON);
        Supporter ben = ben();
        ben.site = HARBOUR;
        assertThat(reasons(rank(amara, ben), ben)).contains(Reason.CAN_MEET, Reason.SAME_SITE);
        amara.ways = Set.of(Way.CALL);
        assertThat(reasons(rank(amara, ben), ben)).doesNotContain(Reason.CAN_MEET);
    }

    @Test
    void atNightSheIsOfferedWhoeverCanBeRungNow() {
        Asking amara = new Asking();
        amara.howSoon = HowSoon.NOW;
        amara.specialty = "burns";
        Supporter asleep = ben();
        asleep.specialty = "burns";
        asleep.withinHours = false;
        asleep.nextTime = NIGHT.plusHours(5).toInstant();
        Supporter onCall = farid();
        onCall.profession = "chaplain";
        onCall.withinHours = false;
        onCall.onCall = true;
        Ranking ranking = rank(amara, asleep, onCall);
        assertThat(proposed(ranking)).containsExactly(onCall.id, asleep.id);
        assertThat(ranking.proposals().get(0).availability()).isEqualTo(new Availability.Now());
        assertThat(ranking.proposals().get(0).reasons()).contains(Reason.ON_CALL, Reason.IN_TIME);
        assertThat(ranking.proposals().get(1).availability()).isEqualTo(new Availability.From(asleep.nextTime));
        assertThat(ranking.proposals().get(1).reasons()).doesNotContain(Reason.IN_TIME);
    }

    @Test
    void todayReachesToMidnightOfTheProgramsDayOrTwelveHours() {
        Asking amara = new Asking();
        amara.howSoon = HowSoon.TODAY;
        Supporter ben = ben();
        ben.withinHours = false;
        ben.nextTime = NIGHT.withHour(23).toInstant();
        assertThat(reasons(rank(amara, ben), ben)).contains(Reason.IN_TIME);
        ben.nextTime = NIGHT.plusDays(1).withHour(0).toInstant();
        assertThat(reasons(rank(amara, ben), ben)).doesNotContain(Reason.IN_TIME);
        var evening = NIGHT.withHour(23);
        ben.nextTime = evening.plusHours(11).toInstant();
        Ranking ranking = Matching.rank(amara.need(), Cast.candidates(ben), Rules.STARTER, Cast.CROWDED, evening);
        assertThat(reasons(ranking, ben)).contains(Reason.IN_TIME);
    }

    @Test
    void whoDeclaredNoHoursIsRankedAndSaysSo() {
        Supporter ben = ben();
        ben.withinHours = false;
        Ranking ranking = rank(new Asking(), ben);
        assertThat(ranking.proposals().getFirst().availability()).isEqualTo(new Availability.Unknown());
        assertThat(ranking.proposals().getFirst().reasons())
                .doesNotContain(Reason.IN_TIME)
                .isNotEmpty();
    }

    @Test
    void whomSheAsksForByNameComesFirstIfFree() {
        Asking amara = new Asking();
        amara.wishedGender = "WOMAN";
        amara.wishedProfession = "physician";
        Supporter farah = farid();
        farah.gender = "WOMAN";
        farah.profession = "physician";
        amara.wishedSupporter = ben().id;
        Ranking ranking = rank(amara, farah, ben());
        assertThat(proposed(ranking)).containsExactly(ben().id, farah.id);
        assertThat(ranking.named()).isEqualTo(Named.COMES_FIRST);
        assertThat(ranking.proposals().getFirst().reasons()).startsWith(Reason.NAMED);
    }

    @Test
    void whoIsAskedForByNameButAsleepDoesNotHoldUpANeedOfNow() {
        Asking amara = new Asking();
        amara.howSoon = HowSoon.NOW;
        amara.wishedGender = "WOMAN";
        amara.wishedSupporter = ben().id;
        Supporter ben = ben();
        ben.withinHours = false;
        ben.nextTime = NIGHT.plusHours(5).toInstant();
        Supporter farah = farid();
        farah.gender = "WOMAN";
        Ranking ranking = rank(amara, farah, ben);
        assertThat(proposed(ranking)).containsExactly(farah.id, ben.id);
        assertThat(ranking.named()).isEqualTo(Named.LATER_THAN_NEEDED);
    }

    @Test
    void whyTheOneAskedForCannotBeHadIsNotTold() {
        Asking amara = new Asking();
        assertThat(rank(amara, ben()).named()).isEqualTo(Named.NOT_WISHED);
        amara.wishedSupporter = ben().id;
        Supporter paused = ben();
        paused.paused = true;
        assertThat(rank(amara, paused, farid()).named()).isEqualTo(Named.CANNOT_BE_HAD);
        assertThat(rank(amara, farid()).named()).isEqualTo(Named.CANNOT_BE_HAD);
        assertThat(rank(amara.ruleOut(ben()), ben(), farid()).named()).isEqualTo(Named.CANNOT_BE_HAD);
    }

    @Test
    void amongEqualsWhoeverHasWaitedLongestStandsFirst() {
        Supporter farid = new Supporter("Farid");
        farid.lastOfferedOn = TODAY.minusDays(11);
        assertThat(proposed(rank(new Asking(), ben(), farid))).containsExactly(farid.id, ben().id);
        farid.lastOfferedOn = TODAY.minusDays(9);
        assertThat(proposed(rank(new Asking(), ben(), farid))).containsExactly(ben().id, farid.id);
        farid.lastOfferedOn = null; // never, in the two years since joining
        assertThat(proposed(rank(new Asking(), ben(), farid))).containsExactly(farid.id, ben().id);
    }

    @Test
    void amongTheLikeNobodyIsFirstOrLastForGood() {
        var first = new HashSet<UUID>();
        var last = new HashSet<UUID>();
        Supporter[] alike = {ben(), new Supporter("Farid"), new Supporter("Gita"), new Supporter("Hana")};
        for (int i = 0; i < 100; i++) {
            Asking amara = new Asking();
            amara.request = Cast.id("request " + i);
            var order = proposed(rank(amara, alike));
            first.add(order.getFirst());
            last.add(order.getLast());
        }
        assertThat(first).hasSize(4);
        assertThat(last).hasSize(4);
    }

    @Test
    void nobodyIsACandidateTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> rank(new Asking(), ben(), ben()));
    }

    @Test
    void nothingAboutAmaraReachesALogLine() {
        Asking amara = new Asking().ruleOut(ben());
        amara.wishedSupporter = farid().id;
        Need need = amara.need();
        Ranking ranking = rank(amara, ben(), farid());
        assertThat(need + "" + need.wishes() + ranking + ranking.visible() + ranking.exclusions())
                .doesNotContain(ben().id.toString(), farid().id.toString(), ICU.toString(), "nurse");
    }
}
