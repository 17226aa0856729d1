package org.holdfast.requests.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.requests.AmaraWaits;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.Hours;
import org.holdfast.supporters.Presence;
import org.holdfast.supporters.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class MatchRoundsTest {

    @Autowired
    Cast cast;

    @Autowired
    AmaraWaits amara;

    @Autowired
    Sweep sweep;

    @Autowired
    Offers offers;

    @Autowired
    Presence presence;

    @Autowired
    Hours hours;

    @Autowired
    TestClock clock;

    World world;

    @BeforeEach
    void world() {
        clock.set(TestClock.START); // Friday, seven in the morning in Los Angeles
        world = cast.world();
        world.sign();
    }

    @AfterEach
    void back() {
        clock.set(TestClock.START);
    }

    @Test
    void inASmallPoolUpToThreeAreAskedAtOnce() {
        world.add("Bo", Role.SUPPORTER);
        world.add("Bix", Role.SUPPORTER);
        world.sign();
        RequestId request = amara.asks(world).send();

        sweep();

        assertThat(asked(request)).isEqualTo(3);
        assertThat(amara.count(world, "notices.notice where account_id is not null"))
                .isEqualTo(3);
        sweep();
        assertThat(asked(request)).isEqualTo(3);
    }

    @Test
    void inALargePoolOneIsAskedAfterTheOther() {
        for (int i = 0; i < 18; i++) {
            world.add("Peer" + i, Role.SUPPORTER);
        }
        world.sign();
        RequestId request = amara.asks(world).send();

        sweep();

        assertThat(asked(request)).isEqualTo(1);
        clock.forward(Duration.ofMinutes(21));
        sweep();
        assertThat(asked(request)).isEqualTo(1);
        assertThat(leftOut(request)).isEqualTo(1);
    }

    @Test
    void whoseKeyIsNotReadyIsNotAsked() {
        world.add("Bo", Role.SUPPORTER); // not signed
        RequestId request = amara.asks(world).send();

        sweep();

        assertThat(offersOf("Bo")).isEmpty();
        assertThat(asked(request)).isEqualTo(2);
    }

    @Test
    void anUnansweredOfferPassesOnByItsClock() {
        RequestId request = amara.asks(world).send();
        sweep();

        clock.forward(Duration.ofMinutes(19));
        sweep();
        assertThat(asked(request)).isEqualTo(2);

        clock.forward(Duration.ofMinutes(1));
        sweep();
        assertThat(asked(request)).isZero();
        assertThat(leftOut(request)).isEqualTo(2);
    }

    @Test
    void whenNobodyIsLeftTheCoordinatorAndAmaraAreTold() {
        RequestId request = amara.asks(world)
                .not(world.member("Ben").id())
                .not(world.member("Bea").id())
                .send();

        sweep();

        assertThat(amara.is(world, request, "nobody_left")).isTrue();
        assertThat(amara.notices(world, "Chloe")).isEqualTo(1);
        amara.forgetNotices(world);
        clock.forward(Duration.ofMinutes(16));
        sweep();
        assertThat(amara.notices(world, "Chloe")).isZero(); // told once
    }

    @Test
    void aNewcomerReopensTheSearch() {
        RequestId request = amara.asks(world)
                .not(world.member("Ben").id())
                .not(world.member("Bea").id())
                .send();
        sweep();
        MemberId bo = world.add("Bo", Role.SUPPORTER).id();
        world.sign();

        within(() -> presence.pause(bo, false)); // whatever Bo does, the roster has changed
        sweep();

        assertThat(offersOf("Bo")).hasSize(1);
        assertThat(amara.is(world, request, "nobody_left")).isFalse();
    }

    @Test
    void nobodyIsRungOutOfHoursAndANeedOfNowIsNotHeldSilently() {
        fromTen("Ben");
        fromTen("Bea");
        RequestId request = amara.asks(world).send();

        sweep();

        assertThat(asked(request)).isZero();
        assertThat(amara.notices(world, "Chloe")).isEqualTo(1);
        assertThat(amara.is(world, request, "rung = 1")).isTrue();
        assertThat(amara.is(world, request, "nobody_left")).isFalse();
        clock.set(Instant.parse("2026-11-20T18:00:00Z")); // ten in the morning
        sweep();
        assertThat(asked(request)).isEqualTo(2);
    }

    @Test
    void whoIsOnCallIsRungAtAnyHour() {
        fromTen("Ben");
        fromTen("Bea");
        within(() -> presence.onCall(world.member("Ben").id(), clock.instant().plus(Duration.ofHours(2))));
        amara.asks(world).send();

        sweep();

        assertThat(offersOf("Ben")).hasSize(1);
        assertThat(offersOf("Bea")).isEmpty();
        assertThat(amara.notices(world, "Chloe")).isZero();
    }

    @Test
    void theClockOfAnOfferCountsOnlyInsideHours() {
        within(() -> hours.change(
                world.member("Ben").id(),
                List.of(
                        new Span(DayOfWeek.FRIDAY, LocalTime.of(6, 0), LocalTime.of(7, 30)),
                        new Span(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)))));
        amara.asks(world).howSoon("TODAY").send();

        sweep();

        // half an hour on Friday, an hour and a half on Saturday
        assertThat(offersOf("Ben").getFirst().due()).isEqualTo(Instant.parse("2026-11-21T18:30:00Z"));
    }

    @Test
    void nobodyIsRungMoreThanThreeTimesANight() {
        clock.set(Instant.parse("2026-11-21T08:00:00Z")); // midnight
        for (int i = 0; i < 5; i++) {
            within(() -> presence.capacity(world.member("Ben").id(), 20));
            within(() -> presence.capacity(world.member("Bea").id(), 20));
            amara.asks(world).send();
            sweep();
        }
        assertThat(offersOf("Ben")).hasSize(3);
        assertThat(amara.notices(world, "Chloe")).isEqualTo(1);

        clock.set(Instant.parse("2026-11-21T15:00:00Z")); // seven in the morning
        sweep();
        assertThat(offersOf("Ben")).hasSize(2); // those of the night have passed on; the two that waited are put now
    }

    @Test
    void aParkedRequestRingsNobody() {
        RequestId request = amara.asks(world).parked().send();

        sweep();

        assertThat(asked(request)).isZero();
        assertThat(amara.state(world, request)).isEqualTo("PARKED");
    }

    @Test
    void whoLeadsTheDepartmentOrStandsInItIsNotAsked() {
        world.sql(
                "insert into programs.lead values (:program, :department, :member, 'GRADES')",
                Map.of(
                        "department",
                        world.department("Emergency"),
                        "member",
                        world.member("Ben").id().value()));
        RequestId request = amara.asks(world).from("Emergency").send();
        sweep();
        assertThat(offersOf("Ben")).isEmpty();
        assertThat(offersOf("Bea")).hasSize(1);

        RequestId own = amara.asks(world).from("Surgery").send(); // where Ben and Bea work
        sweep();
        assertThat(asked(own)).isZero();
        assertThat(asked(request)).isEqualTo(1);
    }

    @Test
    void anOfferShowsTheTopicOnlyWhereEnoughPeopleWork() {
        world.sql(
                "insert into programs.census values (:program, :department, 'rn', 19)",
                Map.of("department", world.department("Emergency")));
        amara.asks(world).from("Emergency").about("ERROR").send();
        sweep();
        assertThat(offersOf("Ben").getFirst().topics()).isEmpty();

        world.sql("update programs.census set people = 20 where program = :program", Map.of());
        assertThat(offersOf("Ben").getFirst().topics()).containsExactly("ERROR");
    }

    private void fromTen(String name) {
        within(() -> hours.change(
                world.member(name).id(),
                List.of(new Span(DayOfWeek.FRIDAY, LocalTime.of(10, 0), LocalTime.of(17, 0)))));
    }

    private List<OfferView> offersOf(String name) {
        return ProgramContext.call(
                world.program(), () -> offers.of(world.member(name).id()));
    }

    private int asked(RequestId request) {
        return amara.count(world, "requests.offer where request_id = ?", request.value());
    }

    private int leftOut(RequestId request) {
        return amara.count(world, "requests.not_proposed where request_id = ?", request.value());
    }

    private void sweep() {
        within(sweep::run);
    }

    private void within(Runnable work) {
        ProgramContext.run(world.program(), work);
    }
}
