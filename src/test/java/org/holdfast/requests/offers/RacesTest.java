package org.holdfast.requests.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.programs.Member;
import org.holdfast.requests.AmaraWaits;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.Supporters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several things at the same moment, on real threads and connections: whatever comes first, what stands afterwards is
/// whole.
@HoldfastTest
class RacesTest {

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
    HandPicks handPicks;

    @Autowired
    Requests requests;

    @Autowired
    Supporters supporters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    World world;
    Member ben;
    Member bea;

    @BeforeEach
    void world() {
        clock.set(TestClock.START);
        world = cast.world();
        world.sign();
        ben = world.member("Ben");
        bea = world.member("Bea");
    }

    @RepeatedTest(8)
    void ofTwoWhoSayYesAtOnceOneWins() throws Exception {
        RequestId request = ask();
        OfferId bens = offer(ben);
        OfferId beas = offer(bea);

        List<Object> answers =
                together(() -> acceptances.accept(ben, bens, null), () -> acceptances.accept(bea, beas, null));

        assertThat(answers)
                .filteredOn(Acceptances.Answer.Paired.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(Acceptances.Answer.PassedOn.class::isInstance)
                .hasSize(1);
        assertThat(pairings(request)).isEqualTo(1);
        assertThat(amara.count(world, "requests.offer where request_id = ?", request.value()))
                .isEqualTo(1);
    }

    @RepeatedTest(4)
    void aRequestErasedAtTheSameMomentIsGone() throws Exception {
        RequestId request = ask();
        OfferId bens = offer(ben);

        together(() -> acceptances.accept(ben, bens, null), () -> {
            world.sql(
                    "delete from requests.request where program = :program and id = :id",
                    Map.of("id", request.value()));
            return "erased";
        });

        assertThat(amara.state(world, request)).isEqualTo("GONE");
        assertThat(pairings(request)).isZero();
        assertThat(offersOf(ben)).isEmpty();
    }

    @RepeatedTest(6)
    void whoIsRuledOutAtTheSameMomentIsNotPairedAfterwards() throws Exception {
        RequestId request = ask();
        OfferId bens = offer(ben);

        List<Object> answers = together(
                () -> acceptances.accept(ben, bens, null),
                () -> world.in(() -> {
                    boolean free =
                            requests.lock(request).filter(Request::searches).isPresent();
                    if (free) {
                        requests.leaveOut(request, ben.id());
                    }
                    return free;
                }));

        boolean ruledOutFirst = (Boolean) answers.get(1);
        assertThat(pairings(request)).isEqualTo(ruledOutFirst ? 0 : 1);
    }

    @RepeatedTest(6)
    void aHandPickAndALapseLeaveAtMostOneOfferEach() throws Exception {
        RequestId request = ask();
        clock.forward(Duration.ofMinutes(20));

        together(
                () -> {
                    sweep.run();
                    return "swept";
                },
                () -> handPicks.pick(world.member("Chloe"), request, ben.id()),
                () -> handPicks.pick(world.member("Cleo"), request, ben.id()));

        int open = amara.count(
                world,
                "requests.offer where request_id = ? and supporter_id = ?",
                request.value(),
                ben.id().value());
        int leftOut = amara.count(
                world,
                "requests.not_proposed where request_id = ? and supporter_id = ?",
                request.value(),
                ben.id().value());
        // asked already when picked: the offer lapses; or, lapsed first, no pick brings it back
        assertThat(open).isZero();
        assertThat(leftOut).isEqualTo(1);
    }

    @RepeatedTest(6)
    void whoSaysYesTwiceAtOnceDoesNotPassTheirCapacity() throws Exception {
        world.sql("update supporters.supporter set capacity = 1 where program = :program", Map.of());
        ask();
        ask();
        List<OfferView> own = offersOf(ben);

        together(
                () -> acceptances.accept(ben, own.getFirst().id(), null),
                () -> acceptances.accept(ben, own.getLast().id(), null));

        assertThat(amara.count(
                        world,
                        "requests.pairing where supporter_id = ?",
                        ben.id().value()))
                .isEqualTo(1);
    }

    @RepeatedTest(6)
    void whoLeavesAtTheSameMomentKeepsNothing() throws Exception {
        RequestId request = ask();
        OfferId bens = offer(ben);

        together(() -> acceptances.accept(ben, bens, null), () -> {
            supporters.leave(ben.id());
            return "left";
        });

        assertThat(amara.count(
                        world,
                        "requests.pairing where supporter_id = ?",
                        ben.id().value()))
                .isZero();
        assertThat(offersOf(ben)).isEmpty();
        assertThat(amara.state(world, request)).isEqualTo("WAITING");
    }

    @Test
    void twoSweepsAtOnceAskEachSupporterOnce() throws Exception {
        for (int i = 0; i < 6; i++) {
            amara.asks(world).howSoon("NO_HURRY").send();
        }

        together(this::sweep, this::sweep, this::sweep);

        assertThat(amara.count(world, "requests.offer")).isEqualTo(12);
    }

    private Object sweep() {
        sweep.run();
        return "swept";
    }

    /// All at the same moment, each on a thread of its own with the program at hand.
    private List<Object> together(Callable<?>... works) throws Exception {
        var start = new CyclicBarrier(works.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> work : works) {
                running.add(threads.submit(() -> ProgramContext.<Object, Exception>call(world.program(), () -> {
                    start.await();
                    return work.call();
                })));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) {
                answers.add(get(one));
            }
            return answers;
        }
    }

    private static Object get(Future<Object> one) throws Exception {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of them failed", e.getCause());
        }
    }

    private RequestId ask() {
        RequestId request = amara.asks(world).send();
        ProgramContext.run(world.program(), sweep::run);
        return request;
    }

    private int pairings(RequestId request) {
        return amara.count(world, "requests.pairing where request_id = ?", request.value());
    }

    private List<OfferView> offersOf(Member supporter) {
        return ProgramContext.call(world.program(), () -> offers.of(supporter.id()));
    }

    private OfferId offer(Member supporter) {
        return offersOf(supporter).getFirst().id();
    }
}
