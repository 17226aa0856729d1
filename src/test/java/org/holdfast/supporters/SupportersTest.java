package org.holdfast.supporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.programs.people.People;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class SupportersTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    @Autowired
    Cast cast;

    @Autowired
    Profiles profiles;

    @Autowired
    Hours hours;

    @Autowired
    Presence presence;

    @Autowired
    DueDates dueDates;

    @Autowired
    Supporters supporters;

    @Autowired
    Roster roster;

    @Autowired
    Loads loads;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    World world;
    Member ben;

    @BeforeEach
    void world() {
        clock.set(TestClock.START);
        world = cast.world();
        ben = world.member("Ben");
    }

    @Test
    void aProfileIsKeptWholeOrRefusedAtItsFields() {
        Profile before = in(() -> profiles.of(ben.id())).orElseThrow();
        Profile wrong = new Profile(
                "astronaut", "x".repeat(81), null, List.of("en", "en"), UUID.randomUUID(), null, Set.of("a b"), true);

        assertThat(in(() -> profiles.change(ben.id(), wrong)))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.errors())
                                .containsOnlyKeys("profession", "specialty", "languages", "site", "topics"));
        assertThat(in(() -> profiles.of(ben.id()))).contains(before);

        Profile right = new Profile(
                "md",
                "trauma",
                Profile.Gender.MAN,
                List.of("es", "en"),
                world.site("North"),
                world.department("Pediatrics"),
                Set.of("GRIEF"),
                true);
        assertThat(in(() -> profiles.change(ben.id(), right))).isInstanceOf(Saved.Done.class);
        assertThat(in(() -> profiles.of(ben.id()))).contains(right);
    }

    @Test
    void hoursThatOverlapOrEndBeforeTheyBeginAreRefusedWhole() {
        List<Span> before = in(() -> hours.of(ben.id()));
        Span morning = span("08:00", "12:00");

        assertThat(in(() -> hours.change(ben.id(), List.of(morning, span("11:59", "14:00")))))
                .isEqualTo(Saved.Refused.at("hours", "overlap"));
        assertThat(in(() -> hours.change(ben.id(), List.of(span("12:00", "12:00")))))
                .isEqualTo(Saved.Refused.at("hours", "endsBeforeItBegins"));
        assertThat(in(() -> hours.of(ben.id()))).isEqualTo(before);

        List<Span> good = List.of(morning, span("12:00", "00:00"));
        assertThat(in(() -> hours.change(ben.id(), good))).isInstanceOf(Saved.Done.class);
        assertThat(in(() -> hours.of(ben.id()))).isEqualTo(good);
    }

    @Test
    void anAbsenceHoldsFromItsFirstToItsLastDay() {
        assertThat(in(() -> hours.addAbsence(ben.id(), TODAY.minusDays(3), TODAY.minusDays(1))))
                .isEqualTo(Saved.Refused.at("to", "past"));
        assertThat(in(() -> hours.addAbsence(ben.id(), TODAY, TODAY.minusDays(1))))
                .isEqualTo(Saved.Refused.at("to", "endsBeforeItBegins"));

        in(() -> hours.addAbsence(ben.id(), TODAY, TODAY));
        assertThat(bens().candidate().standing().away()).isTrue();
        clock.forward(Duration.ofDays(1));
        assertThat(bens().candidate().standing().away()).isFalse();
    }

    @Test
    void nobodyTakesAnothersAbsenceAway() {
        in(() -> hours.addAbsence(ben.id(), TODAY, TODAY));
        UUID absence = in(() -> hours.absences(ben.id())).getFirst().id();

        in(() -> {
            hours.removeAbsence(world.member("Bea").id(), absence);
            return true;
        });

        assertThat(in(() -> hours.absences(ben.id()))).hasSize(1);
    }

    @Test
    void capacityAndOnCallHaveTheirLimits() {
        assertThat(in(() -> presence.capacity(ben.id(), 21))).isEqualTo(Saved.Refused.at("capacity", "capacity"));
        assertThat(in(() -> presence.onCall(ben.id(), clock.instant()))).isEqualTo(Saved.Refused.at("until", "past"));
        assertThat(in(() -> presence.onCall(ben.id(), clock.instant().plus(Duration.ofDays(15)))))
                .isEqualTo(Saved.Refused.at("until", "tooFar"));

        in(() -> presence.onCall(ben.id(), clock.instant().plus(Duration.ofHours(1))));
        assertThat(bens().candidate().reach().onCall()).isTrue();
        clock.forward(Duration.ofHours(1));
        assertThat(bens().candidate().reach().onCall()).isFalse();
    }

    @Test
    void whoeverChangesADueDateStandsInTheLog() {
        Member chloe = world.member("Chloe");

        in(() -> dueDates.change(chloe.account(), ben.id(), TODAY, null));

        assertThat(bens().candidate().standing().trainingDue()).isEqualTo(TODAY);
        assertThat(bens().candidate().standing().agreementDue()).isNull();
        assertThatThrownBy(() -> in(() -> dueDates.change(chloe.account(), chloe.id(), TODAY, TODAY)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theRoleMakesASupporterAndItsLossUnmakesOne() {
        Member dana = world.member("Dana");
        MemberId bo = switch (in(() -> people.add(
                dana,
                "Bo",
                "bo@" + world.slug() + ".example",
                "en",
                new People.Roles(Set.of(Role.SUPPORTER), Set.of())))) {
            case People.Outcome.Done(MemberId id) -> id;
            case People.Outcome other -> throw new AssertionError(other);
        };
        assertThat(ids()).contains(bo);

        in(() -> people.changeRoles(dana, bo, new People.Roles(Set.of(Role.COORDINATOR), Set.of())));
        assertThat(ids()).doesNotContain(bo);

        in(() -> people.changeRoles(dana, bo, new People.Roles(Set.of(Role.SUPPORTER), Set.of())));
        in(() -> people.remove(dana, bo));
        assertThat(ids()).doesNotContain(bo);
    }

    @Test
    void loadCountsTheLastSixMonths() {
        in(() -> {
            loads.tookOn(ben.id());
            return true;
        });
        clock.forward(Duration.ofDays(62)); // 21 January
        in(() -> {
            loads.tookOn(ben.id());
            return true;
        });
        assertThat(bens().thisMonth()).isEqualTo(1);
        assertThat(bens().candidate().recentLoad()).isEqualTo(2);

        clock.forward(Duration.ofDays(120)); // 21 May: December to May
        assertThat(bens().candidate().recentLoad()).isEqualTo(1);
    }

    @Test
    void aProgramSeesItsOwnSupportersAlone() {
        World elsewhere = cast.elsewhere();

        assertThat(ProgramContext.call(elsewhere.program(), () -> roster.all(Map.of(), 3)))
                .extracting(one -> one.member().name())
                .containsExactly("Dev");
        assertThat(ProgramContext.call(elsewhere.program(), () -> profiles.of(ben.id())))
                .isEmpty();
    }

    private OnRoster bens() {
        return in(() -> roster.all(Map.of(), 3)).stream()
                .filter(one -> one.id().equals(ben.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<MemberId> ids() {
        return in(() -> roster.all(Map.of(), 3)).stream().map(OnRoster::id).toList();
    }

    private static Span span(String from, String to) {
        return new Span(DayOfWeek.FRIDAY, LocalTime.parse(from), LocalTime.parse(to));
    }

    private <T> T in(Supplier<T> work) {
        return ProgramContext.call(world.program(), work::get);
    }
}
