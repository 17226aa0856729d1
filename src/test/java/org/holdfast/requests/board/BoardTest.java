package org.holdfast.requests.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.requests.Paired.in;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.matching.Cause;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.requests.AmaraWaits;
import org.holdfast.requests.Paired;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.board.BoardList.Filter;
import org.holdfast.requests.board.BoardRow.Mark;
import org.holdfast.requests.offers.HandPicks;
import org.holdfast.requests.offers.Offers;
import org.holdfast.requests.offers.Sweep;
import org.holdfast.supporters.Presence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What Chloe sees and may do.
@HoldfastTest
class BoardTest {

    @Autowired
    Cast cast;

    @Autowired
    AmaraWaits amara;

    @Autowired
    Paired paired;

    @Autowired
    BoardRows board;

    @Autowired
    HandPicks handPicks;

    @Autowired
    Releases releases;

    @Autowired
    Escalation escalation;

    @Autowired
    RosterLines roster;

    @Autowired
    Homes homes;

    @Autowired
    Presence presence;

    @Autowired
    Offers offers;

    @Autowired
    Sweep sweep;

    @Autowired
    TestClock clock;

    World world;
    Member ben;
    Member chloe;

    @BeforeEach
    void world() {
        clock.set(TestClock.START);
        world = cast.world();
        world.sign();
        ben = world.member("Ben");
        chloe = world.member("Chloe");
    }

    @Test
    void theBoardComesInPagesWithEachRequestOnce() {
        for (int i = 0; i < 30; i++) {
            amara.asks(world).howSoon("NO_HURRY").send();
            if (i % 7 == 0) {
                clock.forward(Duration.ofMinutes(1));
            }
        }

        BoardList first = page(Filter.WAITING, null);
        BoardList second = page(Filter.WAITING, first.next());

        assertThat(first.rows()).hasSize(25);
        assertThat(first.matching()).isEqualTo(30);
        assertThat(second.rows()).hasSize(5);
        assertThat(second.next()).isNull();
        Set<RequestId> all = new HashSet<>();
        first.rows().forEach(row -> all.add(row.id()));
        second.rows().forEach(row -> all.add(row.id()));
        assertThat(all).hasSize(30);
        assertThat(page(Filter.WAITING, "no such place").rows()).hasSize(25);
    }

    @Test
    void theFirstFilterShowsWhatWaitsForSomebodyOfTheProgram() {
        RequestId parked = amara.asks(world).parked().send();
        RequestId nobody =
                amara.asks(world).not(ben.id()).not(world.member("Bea").id()).send();
        amara.asks(world).send(); // is being asked: needs nobody
        Paired.Talk late = paired.of(world, ben);
        sweep();
        clock.forward(Duration.ofHours(25));

        assertThat(page(Filter.LOOK, null).rows())
                .extracting(BoardRow::id, BoardRow::mark)
                .contains(tuple(parked, Mark.PARKED), tuple(nobody, Mark.NOBODY_LEFT), tuple(late.request(), Mark.LATE))
                .hasSize(3);
    }

    @Test
    void lookingIsSeeing() {
        amara.asks(world).send();

        assertThat(page(Filter.ALL, null).rows()).singleElement().matches(BoardRow::unseen);
        assertThat(page(Filter.ALL, null).rows()).singleElement().matches(row -> !row.unseen());
    }

    @Test
    void whatNobodyLooksAtRingsTheDeputyAndThenTheDirector() {
        RequestId request = amara.asks(world).howSoon("NO_HURRY").send();
        escalateAfter(Duration.ofHours(11));
        assertThat(amara.notices(world, "Cleo")).isZero();

        escalateAfter(Duration.ofHours(1));
        assertThat(amara.notices(world, "Cleo")).isEqualTo(1);
        assertThat(amara.notices(world, "Dana")).isZero();
        assertThat(amara.is(world, request, "rung = 2")).isTrue();
        amara.forgetNotices(world);
        escalateAfter(Duration.ofHours(11));
        assertThat(amara.notices(world, "Cleo")).isZero();

        escalateAfter(Duration.ofHours(1));
        assertThat(amara.notices(world, "Dana")).isEqualTo(1);
        assertThat(amara.is(world, request, "rung = 3")).isTrue();
    }

    @Test
    void whatSomebodyLookedAtRingsNobody() {
        RequestId request = amara.asks(world).howSoon("NO_HURRY").send();
        in(world, () -> board.detail(request));

        escalateAfter(Duration.ofHours(30));

        assertThat(amara.notices(world, "Cleo")).isZero();
        assertThat(amara.notices(world, "Dana")).isZero();
    }

    @Test
    void chloePicksByHandAndTheLogKeepsThatSheDid() {
        world.add("Bo", Role.SUPPORTER);
        world.add("Bix", Role.SUPPORTER);
        world.sign();
        RequestId request = amara.asks(world).howSoon("NO_HURRY").send();
        BoardDetail.Candidacy first = detail(request).search().candidates().getFirst();

        var answer = in(world, () -> handPicks.pick(chloe, request, member(first)));

        assertThat(answer).isEqualTo(HandPicks.Answer.ASKED);
        assertThat(in(world, () -> offers.of(member(first)))).hasSize(1);
        assertThat(detail(request).search().asked()).singleElement().matches(BoardDetail.Asked::byHand);
        assertThat(detail(request).search().candidates()).doesNotContain(first);
        assertThat(amara.count(world, "programs.accountability where act = 'OFFER_BY_HAND'"))
                .isEqualTo(1);
        in(world, () -> handPicks.pick(chloe, request, member(first)));
        assertThat(amara.count(world, "requests.offer")).isEqualTo(1);
    }

    @Test
    void whomAmaraRuledOutCanNeitherBeSeenNorPicked() {
        RequestId request = amara.asks(world).not(ben.id()).send();

        BoardDetail.Search search = detail(request).search();

        assertThat(search.candidates()).extracting(BoardDetail.Candidacy::name).containsExactly("Bea");
        assertThat(search.unavailable()).isEmpty();
        assertThat(in(world, () -> handPicks.pick(chloe, request, ben.id()))).isEqualTo(HandPicks.Answer.NOT_ANY_MORE);
    }

    @Test
    void placeAndTopicShowOnlyWhereEnoughPeopleWork() {
        world.sql(
                "insert into programs.census values (:program, :department, 'rn', 19)",
                Map.of("department", world.department("Emergency")));
        RequestId request = amara.asks(world).from("Emergency").about("ERROR").send();
        assertThat(detail(request).departments()).isEmpty();
        assertThat(detail(request).topics()).isEmpty();

        world.sql("update programs.census set people = 20 where program = :program", Map.of());
        assertThat(detail(request).departments()).containsExactly("Emergency");
        assertThat(detail(request).topics()).containsExactly("ERROR");
    }

    @Test
    void aParkedRequestGoesOutWhenReleasedAndTheLogKeepsThat() {
        RequestId request = amara.asks(world).parked().send();

        assertThat(in(world, () -> releases.release(chloe, request))).isTrue();
        assertThat(in(world, () -> releases.release(chloe, request))).isTrue();
        sweep();

        assertThat(in(world, () -> offers.of(ben.id()))).hasSize(1);
        assertThat(amara.count(world, "programs.accountability where act = 'PARKED_RELEASED'"))
                .isEqualTo(1);
    }

    @Test
    void theRosterTellsLoadAndReadiness() {
        world.add("Bo", Role.SUPPORTER); // not signed
        in(world, () -> {
            presence.pause(world.member("Bea").id(), true);
            return true;
        });
        paired.of(world, ben);

        List<RosterView.Line> lines = in(world, () -> roster.all()).lines();

        assertThat(lines).extracting(RosterView.Line::name).containsExactly("Bea", "Ben", "Bo");
        assertThat(lines).extracting(RosterView.Line::cause).containsExactly(Cause.PAUSED, null, Cause.KEY_NOT_READY);
        assertThat(lines.get(1).openPairings()).isEqualTo(1);
    }

    @Test
    void homeShowsEachTheirOwn() {
        amara.asks(world).send();
        paired.of(world, ben);

        HomeView bens = in(world, () -> homes.of(ben));
        HomeView chloes = in(world, () -> homes.of(chloe));

        assertThat(bens.board()).isNull();
        assertThat(bens.supporter().talks()).hasSize(1);
        assertThat(bens.supporter().openPairings()).isEqualTo(1);
        assertThat(chloes.supporter()).isNull();
        assertThat(chloes.board().waiting()).isEqualTo(1);
    }

    @Test
    void anotherProgramsBoardIsBlindToThisOne() {
        RequestId request = amara.asks(world).send();
        World elsewhere = cast.elsewhere();

        assertThat(in(elsewhere, () -> board.page(Filter.ALL, null)).rows()).isEmpty();
        assertThat(in(elsewhere, () -> board.detail(request))).isEmpty();
        assertThat(in(elsewhere, () -> handPicks.pick(elsewhere.member("Dev"), request, ben.id())))
                .isEqualTo(HandPicks.Answer.GONE);
        assertThat(in(elsewhere, () -> releases.release(elsewhere.member("Dev"), request)))
                .isFalse();
    }

    private BoardList page(Filter filter, @Nullable String from) {
        return in(world, () -> board.page(filter, from));
    }

    private BoardDetail detail(RequestId request) {
        return in(world, () -> board.detail(request)).orElseThrow();
    }

    private static MemberId member(BoardDetail.Candidacy candidacy) {
        return new MemberId(candidacy.supporter());
    }

    private void escalateAfter(Duration time) {
        clock.forward(time);
        in(world, () -> {
            escalation.sweep();
            return true;
        });
    }

    private void sweep() {
        in(world, () -> {
            sweep.run();
            return true;
        });
    }
}
