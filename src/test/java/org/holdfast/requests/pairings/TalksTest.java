package org.holdfast.requests.pairings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.requests.Paired.in;

import java.time.Duration;
import java.util.Map;
import org.holdfast.Cast;
import org.holdfast.Cast.World;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.encounters.Tally;
import org.holdfast.programs.Member;
import org.holdfast.programs.people.People;
import org.holdfast.requests.AmaraWaits;
import org.holdfast.requests.Paired;
import org.holdfast.requests.Paired.Talk;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.closing.Endings;
import org.holdfast.requests.offers.Offers;
import org.holdfast.requests.offers.Sweep;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Ciphertext.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From a yes on, as Ben's browser and clocks drive it.
@HoldfastTest
class TalksTest {

    @Autowired
    Cast cast;

    @Autowired
    AmaraWaits amara;

    @Autowired
    Paired paired;

    @Autowired
    Openings openings;

    @Autowired
    Envelopes envelopes;

    @Autowired
    FirstContacts firstContacts;

    @Autowired
    PassingOn passingOn;

    @Autowired
    Changes changes;

    @Autowired
    Dangers dangers;

    @Autowired
    Tallies tallies;

    @Autowired
    OwnTalks ownTalks;

    @Autowired
    Offers offers;

    @Autowired
    Endings endings;

    @Autowired
    People people;

    @Autowired
    Sweep sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    World world;
    Member ben;
    Member bea;
    Talk talk;

    @BeforeEach
    void world() {
        clock.set(TestClock.START);
        world = cast.world();
        world.sign();
        ben = world.member("Ben");
        bea = world.member("Bea");
        talk = paired.of(world, ben);
        amara.forgetNotices(world);
    }

    @Test
    void theNoteIsHandedToThePairedSupporterAlone() {
        var sealed = in(world, () -> envelopes.of(ben, talk.pairing())).orElseThrow();

        assertThat(sealed.note()).hasSize(5534); // 4150 bytes, without the server's layer
        assertThat(sealed.intakeNumber()).isEqualTo(1);
        assertThat(sealed.pairingNumber()).isEqualTo(1);
        assertThat(in(world, () -> envelopes.of(bea, talk.pairing()))).isEmpty();
        assertThat(in(world, () -> ownTalks.find(bea.id(), talk.pairing()))).isEmpty();
    }

    @Test
    void theOpeningIsOneStepThatMayBeRepeatedAndNotChanged() {
        Ciphertext opening = sealed(Kind.OPENING, 3, 566, 1);
        Ciphertext copy = sealed(Kind.COPY, 2, 4662, 1);

        assertThat(open(sealed(Kind.OPENING, 3, 566, 2), copy)).isEqualTo(Openings.Answer.CONFLICT);
        assertThat(open(opening, copy)).isEqualTo(Openings.Answer.DONE);
        assertThat(open(opening, copy)).isEqualTo(Openings.Answer.DONE);
        assertThat(open(sealed(Kind.OPENING, 3, 566, 1), copy)).isEqualTo(Openings.Answer.CONFLICT);
        assertThat(in(world, () -> openings.open(bea, talk.pairing(), opening, copy)))
                .isEqualTo(Openings.Answer.GONE);

        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");
        var sealed = in(world, () -> envelopes.of(ben, talk.pairing())).orElseThrow();
        assertThat(sealed.note()).isNull();
        assertThat(sealed.copy()).isEqualTo(copy.base64url());
        assertThat(sealed.intakeCopy()).isTrue();
    }

    @Test
    void theIntakeCopyStaysUntilFirstContactIsMarked() {
        openTalk();
        assertThat(notes()).isEqualTo(1);

        assertThat(in(world, () -> firstContacts.mark(bea, talk.pairing()))).isFalse();
        assertThat(in(world, () -> firstContacts.mark(ben, talk.pairing()))).isTrue();
        assertThat(in(world, () -> firstContacts.mark(ben, talk.pairing()))).isTrue();

        assertThat(notes()).isZero();
    }

    @Test
    void firstContactBeforeTheOpeningLosesNoNote() {
        in(world, () -> firstContacts.mark(ben, talk.pairing()));
        assertThat(notes()).isEqualTo(1);

        openTalk();

        assertThat(notes()).isZero();
    }

    @Test
    void theIntakeCopyIsNeverDroppedBeforeTheClockAndItsReminderHaveRun() {
        world.sql(
                "update requests.pairing set first_contact_due = first_contact_due + interval '5 days'"
                        + " where program = :program",
                Map.of());
        openTalk();

        assertThat(amara.count(
                        world,
                        "requests.note n join requests.pairing p using (request_id)"
                                + " where n.drop_at = p.first_contact_due + interval '12 hours'"))
                .isEqualTo(1);
    }

    @Test
    void withoutFirstContactThereIsOneReminderAndThenItPassesOn() {
        openTalk();
        amara.forgetNotices(world);
        after(Duration.ofHours(24));
        assertThat(amara.notices(world, "Ben")).isEqualTo(1);
        amara.forgetNotices(world);
        after(Duration.ofHours(11));
        assertThat(amara.notices(world, "Ben")).isZero(); // one reminder
        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");

        after(Duration.ofHours(1));

        assertThat(amara.state(world, talk.request())).isEqualTo("WAITING");
        assertThat(amara.notices(world, "Chloe")).isEqualTo(1);
        assertThat(notes()).isEqualTo(1);
        assertThat(in(world, () -> ownTalks.of(ben.id()))).isEmpty();
        in(world, () -> {
            sweep.run();
            return true;
        });
        assertThat(in(world, () -> offers.of(ben.id()))).isEmpty(); // not him again
        assertThat(in(world, () -> offers.of(bea.id()))).hasSize(1);
    }

    @Test
    void aReminderThatCameLateLeavesTheWholeGrace() {
        openTalk();
        after(Duration.ofHours(40)); // nothing ran here meanwhile
        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");

        after(Duration.ofHours(11));
        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");
        after(Duration.ofHours(1));
        assertThat(amara.state(world, talk.request())).isEqualTo("WAITING");
    }

    @Test
    void whileSomeoneMayBeInDangerNothingBreaksByItself() {
        openTalk();
        assertThat(in(world, () -> dangers.mark(bea, talk.pairing(), true))).isFalse();
        assertThat(in(world, () -> dangers.mark(ben, talk.pairing(), true))).isTrue();
        after(Duration.ofHours(24));
        amara.forgetNotices(world);

        after(Duration.ofHours(12));

        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");
        assertThat(amara.notices(world, "Chloe")).isEqualTo(1);
    }

    @Test
    void whilstTheIntakeCopyIsThereItSimplyGoesBack() {
        openTalk();

        assertThat(in(world, () -> passingOn.passOn(bea, talk.pairing(), null, 0, false)))
                .isInstanceOf(PassingOn.Answer.Gone.class);
        assertThat(in(world, () -> passingOn.passOn(ben, talk.pairing(), null, 0, false)))
                .isInstanceOf(PassingOn.Answer.Done.class);

        assertThat(amara.state(world, talk.request())).isEqualTo("WAITING");
        assertThat(amara.count(world, "requests.note where drop_at is null")).isEqualTo(1);
        assertThat(amara.is(world, talk.request(), "unreachable")).isFalse();
    }

    @Test
    void afterFirstContactTheNoteMustBeSealedAgainInTheSameStep() {
        openTalk();
        in(world, () -> firstContacts.mark(ben, talk.pairing()));
        Ciphertext note = sealed(Kind.NOTE, 1, 4150, 1);

        assertThat(in(world, () -> passingOn.passOn(ben, talk.pairing(), null, 0, false)))
                .isInstanceOf(PassingOn.Answer.NoteNeeded.class);
        assertThat(in(world, () -> passingOn.passOn(ben, talk.pairing(), sealed(Kind.NOTE, 1, 4150, 2), 2, false)))
                .isInstanceOf(PassingOn.Answer.WrongNote.class);
        assertThat(amara.state(world, talk.request())).isEqualTo("TALKING");
        assertThat(in(world, () -> passingOn.passOn(ben, talk.pairing(), note, 1, false)))
                .isInstanceOf(PassingOn.Answer.Done.class);

        Talk next = paired.of(world, bea, talk.request());
        var sealed = in(world, () -> envelopes.of(bea, next.pairing())).orElseThrow();
        assertThat(sealed.note()).isEqualTo(note.base64url());
        assertThat(sealed.pairingNumber()).isEqualTo(2);
    }

    @Test
    void aLostKeyBringsItBackAsCodesOnly() {
        openTalk();
        in(world, () -> firstContacts.mark(ben, talk.pairing()));

        in(world, () -> passingOn.passOn(ben, talk.pairing(), null, 0, true));
        in(world, () -> {
            sweep.run();
            return true;
        });

        assertThat(amara.is(world, talk.request(), "unreachable")).isTrue();
        assertThat(in(world, () -> offers.of(bea.id()))).isEmpty(); // nobody could reach her
        assertThat(amara.notices(world, "Chloe")).isEqualTo(1);
    }

    @Test
    void amaraGetsAChangeAtOnceWhileTheIntakeCopyIsThere() {
        assertThat(in(world, () -> changes.askedBySeeker(talk.request()))).isEqualTo(Changes.Answer.DONE);
        assertThat(amara.state(world, talk.request())).isEqualTo("WAITING");
        assertThat(in(world, () -> changes.askedBySeeker(talk.request()))).isEqualTo(Changes.Answer.NOT_NOW);
    }

    @Test
    void laterAChangeIsAskedOfTheSupportersBrowser() {
        openTalk();
        in(world, () -> firstContacts.mark(ben, talk.pairing()));
        amara.forgetNotices(world);

        assertThat(in(world, () -> changes.askedBySeeker(talk.request()))).isEqualTo(Changes.Answer.ASKED);
        assertThat(in(world, () -> changes.askedBySeeker(talk.request()))).isEqualTo(Changes.Answer.ASKED);

        assertThat(amara.notices(world, "Ben")).isEqualTo(1);
        assertThat(in(world, () -> ownTalks.find(ben.id(), talk.pairing()))
                        .orElseThrow()
                        .changeAsked())
                .isTrue();
    }

    @Test
    void whoIsRemovedLeavesNothingBehindInOneTransaction() {
        openTalk();
        Talk second = paired.of(world, ben);
        in(world, () -> firstContacts.mark(ben, second.pairing())); // not opened: the note is still there
        RequestId offered = amara.asks(world).send();
        in(world, () -> {
            sweep.run();
            return true;
        });

        in(world, () -> people.remove(world.member("Dana"), ben.id()));

        assertThat(amara.state(world, talk.request())).isEqualTo("WAITING");
        assertThat(amara.state(world, second.request())).isEqualTo("WAITING");
        assertThat(amara.count(
                        world, "requests.offer where supporter_id = ?", ben.id().value()))
                .isZero();
        assertThat(amara.state(world, offered)).isEqualTo("WAITING");
        assertThat(amara.count(world, "requests.pairing")).isZero();
    }

    @Test
    void whatOnlyTheRemovedSupporterCouldOpenComesBackAsCodes() {
        openTalk();
        in(world, () -> firstContacts.mark(ben, talk.pairing()));

        in(world, () -> people.remove(world.member("Dana"), ben.id()));

        assertThat(amara.is(world, talk.request(), "unreachable")).isTrue();
    }

    @Test
    void aTallyIsLeftOnceAndTheNextTakesItsPlace() {
        Tally tally = new Tally(
                Tally.Door.NONE,
                "nurse",
                "GRIEF",
                Tally.Channel.CALL,
                Tally.Minutes.TO_30,
                Tally.Contacts.ONE,
                Tally.Outcome.TALKED);
        assertThat(in(world, () -> tallies.leave(bea, talk.pairing(), tally))).isEqualTo(Tallies.Answer.GONE);
        assertThat(in(world, () -> tallies.leave(ben, talk.pairing(), tally))).isEqualTo(Tallies.Answer.DONE);
        assertThat(in(world, () -> tallies.leave(ben, talk.pairing(), tally))).isEqualTo(Tallies.Answer.DONE);

        TalkView view = in(world, () -> ownTalks.find(ben.id(), talk.pairing())).orElseThrow();
        assertThat(view.left()).isNotNull();
        assertThat(view.left().door()).isEqualTo(Tally.Door.SELF);
        assertThat(view.prefilled().outcome()).isEqualTo(Tally.Outcome.NO_ANSWER);
    }

    @Test
    void anEndedTalkIsStillThereAndNothingIsOverdue() {
        openTalk();
        in(world, () -> endings.bySeeker(talk.request()));
        amara.forgetNotices(world);

        after(Duration.ofDays(2));

        TalkView view = in(world, () -> ownTalks.find(ben.id(), talk.pairing())).orElseThrow();
        assertThat(view.state()).isEqualTo(RequestState.ENDED);
        assertThat(amara.notices(world, "Ben")).isZero();
        assertThat(in(world, () -> passingOn.passOn(ben, talk.pairing(), null, 0, true)))
                .isInstanceOf(PassingOn.Answer.Gone.class);
    }

    private void openTalk() {
        assertThat(open(sealed(Kind.OPENING, 3, 566, 1), sealed(Kind.COPY, 2, 4662, 1)))
                .isEqualTo(Openings.Answer.DONE);
    }

    private Openings.Answer open(Ciphertext opening, Ciphertext copy) {
        return in(world, () -> openings.open(ben, talk.pairing(), opening, copy));
    }

    private static Ciphertext sealed(Kind kind, int number, int length, int keyNumber) {
        return Ciphertext.read(kind, Cast.envelope(number, keyNumber, length)).orElseThrow();
    }

    private int notes() {
        return amara.count(world, "requests.note");
    }

    private void after(Duration time) {
        clock.forward(time);
        in(world, () -> {
            firstContacts.sweep();
            return true;
        });
    }
}
