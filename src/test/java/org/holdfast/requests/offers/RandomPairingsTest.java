package org.holdfast.requests.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.requests.AmaraWaits;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Worlds made by dice, in which facts change between an offer and its yes: whatever happens, nobody is paired with
/// someone they must not meet. The facts are read here from the tables by hand, not by matching's own predicate.
@HoldfastTest
class RandomPairingsTest {

    @Autowired
    Cast cast;

    @Autowired
    AmaraWaits amara;

    @Autowired
    Sweep sweep;

    @Autowired
    Offers offers;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Refusals refusals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private World world;
    private Random dice;
    private final List<Member> people = new ArrayList<>();
    private final List<RequestId> requests = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nobodyIsPairedWithSomeoneTheyMustNotMeet(long seed) {
        clock.set(TestClock.START);
        dice = new Random(seed);
        world = cast.world();
        people.clear();
        requests.clear();
        people.addAll(List.of(world.member("Ben"), world.member("Bea")));
        for (int i = 0; i < 6; i++) {
            people.add(world.add("Peer" + i, Role.SUPPORTER));
        }
        world.sign();
        for (Member one : people) {
            world.sql(
                    "update supporters.supporter set department_id = :department, capacity = 3 where program = :program"
                            + " and id = :id",
                    Map.of("department", department(), "id", one.id().value()));
        }
        int paired = 0;
        for (int turn = 0; turn < 60; turn++) {
            ask();
            change();
            paired += answer();
            clock.forward(Duration.ofMinutes(dice.nextInt(8)));
            ProgramContext.run(world.program(), sweep::run);
        }
        assertThat(paired).isPositive();
    }

    private void ask() {
        AmaraWaits.Asking asking = amara.asks(world);
        if (dice.nextBoolean()) {
            asking.from(name());
        }
        if (dice.nextInt(3) == 0) {
            asking.not(one().id());
        }
        requests.add(asking.send());
    }

    /// Something a director, a supporter or the person asking changes while offers are out.
    private void change() {
        UUID id = one().id().value();
        switch (dice.nextInt(5)) {
            case 0 ->
                world.sql(
                        "insert into programs.lead values (:program, :department, :id, 'LEADS') on conflict do nothing",
                        Map.of("department", department(), "id", id));
            case 1 ->
                world.sql(
                        "update supporters.supporter set paused = not paused where program = :program and id = :id",
                        Map.of("id", id));
            case 2 ->
                world.sql(
                        "insert into requests.not_proposed select :program, id, :id from requests.request"
                                + " where id = :request on conflict do nothing",
                        Map.of(
                                "id",
                                id,
                                "request",
                                requests.get(dice.nextInt(requests.size())).value()));
            case 3 ->
                world.sql("delete from programs.lead where program = :program and member_id = :id", Map.of("id", id));
            default ->
                world.sql(
                        "update supporters.supporter set training_due = :day where program = :program and id = :id",
                        Map.of("day", requestsDay().plusDays(dice.nextInt(4) - 1L), "id", id));
        }
    }

    private int answer() {
        int paired = 0;
        for (Member supporter : people) {
            for (OfferView offer : ProgramContext.call(world.program(), () -> offers.of(supporter.id()))) {
                if (dice.nextInt(3) > 0) {
                    continue;
                }
                if (dice.nextInt(4) == 0) {
                    ProgramContext.call(world.program(), () -> refusals.refuse(supporter, offer.id()));
                    continue;
                }
                UUID request = world.in(() -> jdbc.sql("select request_id from requests.offer where id = ?")
                        .param(offer.id().value())
                        .query(UUID.class)
                        .optional()
                        .orElse(UUID.randomUUID()));
                Set<String> obstacles = obstacles(supporter, request);
                var answer =
                        ProgramContext.call(world.program(), () -> acceptances.accept(supporter, offer.id(), null));
                if (answer instanceof Acceptances.Answer.Paired) {
                    assertThat(obstacles).isEmpty();
                    paired++;
                }
            }
        }
        return paired;
    }

    private Set<String> obstacles(Member supporter, UUID request) {
        return world.in(() -> {
            Set<String> found = new HashSet<>();
            check(found, "ruled out or passed", """
                    select exists (select from requests.not_proposed where request_id = :request and supporter_id = :id)""", supporter, request);
            check(found, "leads there", """
                    select exists (select from programs.lead l join requests.request r on r.id = :request
                        where l.member_id = :id
                          and (cardinality(r.departments) = 0 or l.department_id = any (r.departments)))""", supporter, request);
            check(found, "same department", """
                    select exists (select from supporters.supporter s join requests.request r on r.id = :request
                        where s.id = :id and s.department_id = any (r.departments))""", supporter, request);
            check(found, "paused or lapsed", """
                    select exists (select from supporters.supporter s where s.id = :id and :request is not null
                        and (s.paused or s.training_due < :today))""", supporter, request);
            check(found, "carries enough", """
                    select count(*) >= 3 from requests.pairing where supporter_id = :id and request_id <> :request""", supporter, request);
            return found;
        });
    }

    private void check(Set<String> found, String what, String sql, Member supporter, UUID request) {
        boolean holds = jdbc.sql(sql)
                .param("id", supporter.id().value())
                .param("request", request)
                .param("today", requestsDay())
                .query(Boolean.class)
                .single();
        if (holds) {
            found.add(what);
        }
    }

    private LocalDate requestsDay() {
        return LocalDate.ofInstant(clock.instant(), world.program().zone());
    }

    private Member one() {
        return people.get(dice.nextInt(people.size()));
    }

    private String name() {
        return List.of("Surgery", "Emergency", "Pediatrics").get(dice.nextInt(3));
    }

    private UUID department() {
        return world.department(name());
    }
}
