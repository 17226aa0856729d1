package org.holdfast.programs.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.keys.Statements.Outcome;
import org.holdfast.programs.keys.Statements.Refusal;
import org.holdfast.programs.people.People;
import org.holdfast.shared.PublicKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Dana's browser signs who supports; the server refuses what is not so.
@HoldfastTest
class StatementsTest {

    @Autowired
    Cast cast;

    @Autowired
    Statements statements;

    @Autowired
    Keys keys;

    @Autowired
    StaffKeys staffKeys;

    @Autowired
    Wraps wraps;

    @Autowired
    People people;

    @Autowired
    KeyStates states;

    Cast.World world;
    Director director;
    PublicKey ben;
    PublicKey bea;
    final PublicKey intake = new PublicKey(Cast.bytes(32));

    @BeforeEach
    void aFoundedProgram() {
        world = cast.world();
        director = new Director(world, staffKeys, keys).founded();
        ben = director.makesKey("Ben", 1);
        bea = director.makesKey("Bea", 1);
    }

    @Test
    void theFirstStatementBringsTheFirstIntakeKey() {
        assertThat(post(benAlone(), true)).isEqualTo(new Outcome.Accepted(1));

        assertThat(world.in(() -> keys.currentIntake())).contains(new IntakeKey(1, intake));
        assertThat(world.in(() -> keys.ready(id("Ben")))).isTrue();
        assertThat(world.in(() -> keys.ready(id("Bea")))).isFalse();
    }

    @Test
    void theSameBytesAgainChangeNothing() {
        Proposal proposal = director.sign(benAlone(), true);
        assertThat(post(proposal)).isEqualTo(new Outcome.Accepted(1));
        assertThat(post(proposal)).isEqualTo(new Outcome.Accepted(1));
        assertThat(world.in(() -> keys.statement()).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aNewcomerIsAlmostReadyUntilAReaderWraps() {
        post(benAlone(), true);
        assertThat(post(both(2, 1, intake), false)).isEqualTo(new Outcome.Accepted(2));

        assertThat(world.in(() -> keys.isReader(id("Bea")))).isTrue();
        assertThat(world.in(() -> keys.ready(id("Bea")))).isFalse();
        assertThat(world.in(() -> wraps.missing())).containsExactly(new KeyStore.WrapFor(1, id("Bea"), 1));

        assertThat(world.in(() -> wraps.add(world.member("Ben"), List.of(Director.wrap(id("Bea"), 1)))))
                .isTrue();
        assertThat(world.in(() -> keys.ready(id("Bea")))).isTrue();
    }

    @Test
    void whoIsNoReaderWrapsNothing() {
        post(benAlone(), true);
        post(both(2, 1, intake), false);
        for (String name : List.of("Bea", "Chloe", "Dana")) {
            assertThat(world.in(() -> wraps.add(world.member(name), List.of(Director.wrap(id("Bea"), 1)))))
                    .isFalse();
        }
        assertThat(world.in(() -> keys.ready(id("Bea")))).isFalse();
    }

    @Test
    void onlyAHolderOfTheProgramKeyPostsStatements() {
        Member dora = world.member("Dora");
        assertThat(world.in(() -> statements.accept(dora, director.sign(benAlone(), true))))
                .isEqualTo(new Outcome.Refused(Refusal.HOLDER));
    }

    @Test
    void anotherKeysSignatureIsRefused() {
        Proposal right = director.sign(benAlone(), true);
        Proposal forged = new Director(world, staffKeys, keys).sign(benAlone(), true);
        assertThat(post(forged)).isEqualTo(new Outcome.Refused(Refusal.SIGNATURE));
        assertThat(post(new Proposal(right.body(), forged.signature(), right.wraps())))
                .isEqualTo(new Outcome.Refused(Refusal.SIGNATURE));
    }

    @Test
    void numbersCountUpByOne() {
        assertThat(post(director.statement(2, 1, intake, director.entry("Ben", 1, ben)), true))
                .isEqualTo(new Outcome.Overtaken());
        post(benAlone(), true);
        assertThat(post(director.statement(1, 1, intake, director.entry("Bea", 1, bea)), false))
                .isEqualTo(new Outcome.Overtaken());
    }

    @Test
    void nobodyIsNamedWhoIsNoSupporterHereOrWithAKeyThatIsNotTheirs() {
        assertThat(post(director.statement(1, 1, intake, director.entry("Ben", 1, bea)), true))
                .isEqualTo(new Outcome.Refused(Refusal.PEOPLE));
        PublicKey chloe = director.makesKey("Chloe", 1);
        assertThat(post(director.statement(1, 1, intake, director.entry("Chloe", 1, chloe)), true))
                .isEqualTo(new Outcome.Refused(Refusal.PEOPLE));
    }

    @Test
    void nobodyWhoIsHereIsLeftOut() {
        post(both(1, 1, intake), true);
        assertThat(post(director.statement(2, 1, intake, director.entry("Ben", 1, ben)), false))
                .isEqualTo(new Outcome.Refused(Refusal.PEOPLE));
    }

    @Test
    void aNameOtherThanTheirsIsRefused() {
        Statement.Supporter real = director.entry("Ben", 1, ben);
        var other = new Statement.Supporter(
                real.id(), 1, real.key(), director.entry("Bea", 1, bea).name());
        assertThat(post(director.statement(1, 1, intake, other), true)).isEqualTo(new Outcome.Refused(Refusal.PEOPLE));
    }

    @Test
    void anIntakeKeyWithoutAWrapForEveryReaderIsRefusedWhole() {
        Proposal proposal = director.sign(both(1, 1, intake), true);
        var less = new Proposal(
                proposal.body(), proposal.signature(), proposal.wraps().subList(0, 1));
        assertThat(post(less)).isEqualTo(new Outcome.Refused(Refusal.WRAPS));
        assertThat(world.in(() -> keys.currentIntake())).isEmpty();
        assertThat(world.in(() -> keys.statement())).isEmpty();
    }

    @Test
    void anotherSpellingOfTheSameStatementIsNone() {
        String text = new String(StatementText.write(benAlone()), StandardCharsets.UTF_8);
        for (String spelt : List.of(" " + text, text.replace("\"v\":1,", "\"v\":1,\"more\":1,"))) {
            byte[] body = spelt.getBytes(StandardCharsets.UTF_8);
            var proposal = new Proposal(Director.text(body), Director.text(director.signature(body)), List.of());
            assertThat(post(proposal)).isEqualTo(new Outcome.Refused(Refusal.SHAPE));
        }
    }

    @Test
    void removingSomebodyTakesTheirWrapsAtOnceAndAsksForANewKey() {
        post(both(1, 1, intake), true);
        world.in(() -> people.remove(director.dana, id("Bea")));

        assertThat(world.in(() -> keys.wrapsFor(id("Bea")))).isEmpty();
        assertThat(world.in(() -> keys.isReader(id("Bea")))).isFalse();
        assertThat(world.in(() -> states.look().removed())).containsExactly(id("Bea"));
        // the old key cannot stay
        assertThat(post(director.statement(2, 1, intake, director.entry("Ben", 1, ben)), false))
                .isEqualTo(new Outcome.Refused(Refusal.INTAKE));
        PublicKey fresh = new PublicKey(Cast.bytes(32));
        assertThat(post(director.statement(2, 2, fresh, director.entry("Ben", 1, ben)), true))
                .isEqualTo(new Outcome.Accepted(2));
        assertThat(world.in(() -> keys.currentIntake())).contains(new IntakeKey(2, fresh));
        assertThat(world.in(() -> keys.ready(id("Ben")))).isTrue();
        assertThat(world.in(() -> states.look().removed())).isEmpty();
    }

    /// Eve has Ben's mailbox: she signs in as Ben and makes a key.
    @Test
    void whoeverHoldsBensMailboxOpensNoNote() {
        post(both(1, 1, intake), true);
        List<IntakeWrap> before = world.in(() -> keys.wrapsFor(id("Ben")));

        PublicKey eve = director.makesKey("Ben", 2);

        // nothing is wrapped for her key, nobody is asked to, no statement names it by itself
        assertThat(world.in(() -> keys.wrapsFor(id("Ben")))).isEqualTo(before).allMatch(wrap -> wrap.keyNumber() == 1);
        assertThat(world.in(() -> wraps.missing())).isEmpty();
        assertThat(world.in(
                        () -> keys.newest().supporter(id("Ben")).orElseThrow().key()))
                .isEqualTo(ben.base64url())
                .isNotEqualTo(eve.base64url());
        // and Ben himself goes on with his own
        assertThat(world.in(() -> keys.ready(id("Ben")))).isTrue();
        // the director sees that a key waits
        assertThat(world.in(() -> states.look().toCompare())).containsExactly(id("Ben"));
    }

    @Test
    void afterANewCompareTheOldWrapsAreGone() {
        post(both(1, 1, intake), true);
        PublicKey again = director.makesKey("Ben", 2);
        Statement next =
                director.statement(2, 1, intake, director.entry("Ben", 2, again), director.entry("Bea", 1, bea));
        assertThat(post(next, false)).isEqualTo(new Outcome.Accepted(2));
        assertThat(world.in(() -> keys.wrapsFor(id("Ben")))).isEmpty();
        assertThat(world.in(() -> keys.ready(id("Ben")))).isFalse();
        assertThat(world.in(() -> wraps.missing())).containsExactly(new KeyStore.WrapFor(1, id("Ben"), 2));
    }

    private Statement benAlone() {
        return director.statement(1, 1, intake, director.entry("Ben", 1, ben));
    }

    private Statement both(int number, int intakeNumber, PublicKey key) {
        return director.statement(
                number, intakeNumber, key, director.entry("Ben", 1, ben), director.entry("Bea", 1, bea));
    }

    private Outcome post(Statement statement, boolean renewed) {
        return post(director.sign(statement, renewed));
    }

    private Outcome post(Proposal proposal) {
        return world.in(() -> statements.accept(director.dana, proposal));
    }

    private MemberId id(String name) {
        return world.member(name).id();
    }
}
