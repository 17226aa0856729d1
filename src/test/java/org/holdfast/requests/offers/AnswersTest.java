package org.holdfast.requests.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.programs.Member;
import org.holdfast.requests.AmaraWaits;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.supporters.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class AnswersTest {

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
    NameAnswers nameAnswers;

    @Autowired
    Presence presence;

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

    @Test
    void theFirstYesMakesThePairingAndTheOtherOffersLapse() {
        RequestId request = ask();
        OfferId beas = offer(bea);

        assertThat(yes(ben, offer(ben))).isInstanceOf(Acceptances.Answer.Paired.class);

        assertThat(amara.state(world, request)).isEqualTo("PAIRED");
        assertThat(offersOf(bea)).isEmpty();
        assertThat(yes(bea, beas)).isInstanceOf(Acceptances.Answer.PassedOn.class);
        assertThat(amara.count(world, "requests.not_proposed where request_id = ?", request.value()))
                .isZero(); // Bea passed on nothing
        assertThat(firstContactDue(request)).isEqualTo(TestClock.START.plus(Duration.ofHours(24)));
    }

    @Test
    void theSameYesAgainIsTheSameAnswer() {
        ask();
        OfferId id = offer(ben);

        var first = yes(ben, id);

        assertThat(yes(ben, id)).isEqualTo(first);
    }

    @Test
    void yesFromLaterMovesTheClockOfFirstContact() {
        RequestId request = ask();
        OfferId id = offer(ben);
        assertThat(in(() -> acceptances.accept(ben, id, clock.instant().plus(Duration.ofDays(8)))))
                .isInstanceOf(Acceptances.Answer.TooFar.class);

        in(() -> acceptances.accept(ben, id, clock.instant().plus(Duration.ofHours(5))));

        assertThat(firstContactDue(request)).isEqualTo(TestClock.START.plus(Duration.ofHours(29)));
    }

    @Test
    void aNoIsKeptWithoutAReasonAndTheSearchGoesOn() {
        RequestId request = ask();

        assertThat(in(() -> refusals.refuse(ben, offer(ben)))).isTrue();
        within(sweep::run);

        assertThat(offersOf(ben)).isEmpty();
        assertThat(offersOf(bea)).hasSize(1);
        assertThat(amara.state(world, request)).isEqualTo("WAITING");
    }

    @Test
    void aSupporterAnswersOnlyTheirOwnOffers() {
        RequestId request = ask();

        assertThat(yes(bea, offer(ben))).isInstanceOf(Acceptances.Answer.PassedOn.class);
        assertThat(in(() -> refusals.refuse(bea, offer(ben)))).isFalse();

        assertThat(amara.state(world, request)).isEqualTo("WAITING");
        assertThat(offersOf(ben)).hasSize(1);
    }

    @Test
    void whoMayNoLongerBeProposedIsPassedOnEvenAfterAYes() {
        RequestId request = ask();
        OfferId id = offer(ben);
        world.sql(
                "insert into requests.not_proposed values (:program, :request, :ben)",
                Map.of("request", request.value(), "ben", ben.id().value()));

        assertThat(yes(ben, id)).isInstanceOf(Acceptances.Answer.PassedOn.class);

        assertThat(amara.state(world, request)).isEqualTo("WAITING");
        assertThat(offersOf(ben)).isEmpty();
    }

    @Test
    void nobodyTakesOnMoreThanTheirCapacity() {
        in(() -> presence.capacity(ben.id(), 1));
        ask();
        ask();
        List<OfferView> both = offersOf(ben);

        assertThat(yes(ben, both.getFirst().id())).isInstanceOf(Acceptances.Answer.Paired.class);
        assertThat(yes(ben, both.getLast().id())).isInstanceOf(Acceptances.Answer.PassedOn.class);
    }

    @Test
    void whoFilledUpOrPausedIsNotWaitedFor() {
        in(() -> presence.capacity(ben.id(), 1));
        ask();
        RequestId second = ask();
        assertThat(offersOf(ben)).hasSize(2);
        yes(ben, offersOf(ben).getFirst().id());
        within(() -> presence.pause(bea.id(), true));

        within(sweep::run);

        assertThat(offersOf(ben)).isEmpty();
        assertThat(offersOf(bea)).isEmpty();
        assertThat(amara.count(world, "requests.not_proposed where request_id = ?", second.value()))
                .isZero(); // they may be asked again
        within(() -> presence.pause(bea.id(), false));
        within(sweep::run);
        assertThat(offersOf(bea)).hasSize(1);
    }

    @Test
    void aYesToSomeoneWhoLooksAtTheNameFirstIsHeld() {
        RequestId request = amara.asks(world).nameFirst().send();
        within(sweep::run);
        OfferId id = offer(ben);
        OfferId beas = offer(bea);

        assertThat(yes(ben, id)).isInstanceOf(Acceptances.Answer.Held.class);

        assertThat(amara.state(world, request)).isEqualTo("HELD");
        assertThat(offersOf(ben)).singleElement().matches(OfferView::held);
        assertThat(offersOf(bea)).isEmpty(); // while one is held, the others wait
        assertThat(yes(bea, beas)).isInstanceOf(Acceptances.Answer.PassedOn.class);

        in(() -> nameAnswers.answer(request, id, true));
        assertThat(amara.state(world, request)).isEqualTo("PAIRED");
        assertThat(yes(ben, id)).isInstanceOf(Acceptances.Answer.Paired.class);
    }

    @Test
    void aNameThatIsNotWantedReadsPassedOnAndTheOthersAreAskedAgain() {
        RequestId request = amara.asks(world).nameFirst().send();
        within(sweep::run);
        OfferId id = offer(ben);
        yes(ben, id);
        clock.forward(Duration.ofMinutes(60)); // Bea's own clock would have run out meanwhile
        within(sweep::run);

        in(() -> nameAnswers.answer(request, id, false));
        within(sweep::run);

        assertThat(offersOf(ben)).isEmpty();
        assertThat(offersOf(bea)).singleElement().matches(offer -> offer.due().isAfter(clock.instant()));
        assertThat(amara.state(world, request)).isEqualTo("WAITING");
    }

    @Test
    void aHeldYesThatIsNotAnsweredPassesOn() {
        RequestId request = amara.asks(world).nameFirst().send();
        within(sweep::run);
        yes(ben, offer(ben));

        clock.forward(Duration.ofHours(2));
        within(sweep::run);

        assertThat(amara.state(world, request)).isEqualTo("WAITING");
        assertThat(offersOf(ben)).isEmpty();
        assertThat(offersOf(bea)).hasSize(1);
    }

    @Test
    void anotherProgramsOfferIsNotThere() {
        RequestId request = ask();
        OfferId id = offer(ben);
        World elsewhere = cast.elsewhere();

        assertThat(ProgramContext.call(
                        elsewhere.program(), () -> acceptances.accept(elsewhere.member("Dev"), id, null)))
                .isInstanceOf(Acceptances.Answer.PassedOn.class);
        assertThat(ProgramContext.call(elsewhere.program(), () -> acceptances.accept(ben, id, null)))
                .isInstanceOf(Acceptances.Answer.PassedOn.class);
        assertThat(amara.state(world, request)).isEqualTo("WAITING");
    }

    private RequestId ask() {
        RequestId request = amara.asks(world).send();
        within(sweep::run);
        return request;
    }

    private Acceptances.Answer yes(Member supporter, OfferId id) {
        return in(() -> acceptances.accept(supporter, id, null));
    }

    private List<OfferView> offersOf(Member supporter) {
        return in(() -> offers.of(supporter.id()));
    }

    private OfferId offer(Member supporter) {
        return offersOf(supporter).getFirst().id();
    }

    private Instant firstContactDue(RequestId request) {
        return world.in(() -> jdbc.sql("select first_contact_due from requests.pairing where request_id = ?")
                .param(request.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single());
    }

    private <T> T in(Supplier<T> work) {
        return ProgramContext.call(world.program(), work::get);
    }

    private void within(Runnable work) {
        ProgramContext.run(world.program(), work);
    }
}
