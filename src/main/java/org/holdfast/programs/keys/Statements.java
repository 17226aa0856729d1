package org.holdfast.programs.keys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.programs.Accountability;
import org.holdfast.programs.Act;
import org.holdfast.programs.Member;
import org.holdfast.programs.Members;
import org.holdfast.programs.keys.KeyStore.WrapFor;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.PublicKey;
import org.holdfast.shared.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes signed statements. The server signs none and cannot; it refuses one that says other than what is so: a wrong
/// number, a person who is not here, a key nobody made, an intake key that somebody removed could still open.
@Component
public class Statements {

    /// What came of posting a statement.
    public sealed interface Outcome {

        record Accepted(int number) implements Outcome {}

        /// Another statement came first: make a new one on top of it.
        record Overtaken() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /// Why a statement is refused.
    public enum Refusal {
        SHAPE,
        HOLDER,
        SIGNATURE,
        DAY,
        PEOPLE,
        INTAKE,
        WRAPS
    }

    private final KeyStore store;
    private final Keys keys;
    private final StatementCheck check;
    private final Members members;
    private final Accountability accountability;
    private final Live live;
    private final Clock clock;

    Statements(
            KeyStore store,
            Keys keys,
            StatementCheck check,
            Members members,
            Accountability accountability,
            Live live,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.check = check;
        this.members = members;
        this.accountability = accountability;
        this.live = live;
        this.clock = clock;
    }

    /// The program's first key, made in the browser of its first director. There is no second this way.
    ///
    /// @return whether it is the program's key, now or since an earlier post of the same
    @Transactional
    public boolean found(Member director, PublicKey key, Ciphertext wrapped) {
        store.lockStatements();
        if (store.programKey().isPresent()) {
            return store.programKey().get().publicKey().equals(key)
                    && store.programWraps(director.id()).stream()
                            .anyMatch(wrap -> wrap.wrapped().equals(wrapped));
        }
        store.addProgramKey(1, key);
        store.addProgramWrap(1, director.id(), wrapped);
        accountability.note(director.account(), Act.KEY_SIGNED);
        return true;
    }

    /// Takes a statement, and with it the new intake key and all its wraps, or nothing. The same bytes again are
    /// accepted again and change nothing.
    @Transactional
    public Outcome accept(Member director, Proposal proposal) {
        store.lockStatements();
        var programKey = store.programKey();
        boolean holder = programKey.isPresent()
                && store.programWraps(director.id()).stream()
                        .anyMatch(wrap -> wrap.number() == programKey.get().number());
        if (!holder) {
            return new Outcome.Refused(Refusal.HOLDER);
        }
        ProgramKey key = programKey.get();
        var last = store.statement();
        if (last.isPresent()
                && last.get().body().equals(proposal.body())
                && last.get().signature().equals(proposal.signature())) {
            return new Outcome.Accepted(last.get().number());
        }
        return switch (check.look(proposal, key, today())) {
            case StatementCheck.Look.Wrong(Refusal why) -> new Outcome.Refused(why);
            case StatementCheck.Look.Overtaken() -> new Outcome.Overtaken();
            case StatementCheck.Look.Right(Statement statement, boolean renewed) -> {
                keep(director, proposal, key, statement, renewed);
                yield new Outcome.Accepted(statement.number());
            }
        };
    }

    private void keep(Member director, Proposal proposal, ProgramKey key, Statement statement, boolean renewed) {
        Set<WrapFor> heldBefore = store.intakeWrapsHeld();
        store.addStatement(
                new SignedStatement(statement.number(), key.number(), proposal.body(), proposal.signature()), today());
        accountability.note(director.account(), Act.STATEMENT_SIGNED);
        if (renewed) {
            int number = statement.intake().number();
            store.addIntakeKey(
                    new IntakeKey(
                            number, PublicKey.read(statement.intake().key()).orElseThrow()),
                    today());
            for (Proposal.Wrap wrap : proposal.wraps()) {
                int keyNumber = statement.supporter(wrap.member()).orElseThrow().keyNumber();
                store.addIntakeWrap(number, wrap.member(), keyNumber, wrap.wrapped());
            }
            accountability.note(director.account(), Act.INTAKE_KEY_RENEWED);
        }
        // a wrap for a key that the program no longer signs is of no use to anybody who should have it
        Set<WrapFor> signed = statement.supporters().stream()
                .flatMap(one -> heldBefore.stream()
                        .filter(wrap -> wrap.member().equals(one.member()) && wrap.keyNumber() == one.keyNumber()))
                .collect(Collectors.toSet());
        heldBefore.stream().filter(wrap -> !signed.contains(wrap)).forEach(store::forgetIntakeWrap);
        keys.forgetUnused();
        List<Member> all = members.all();
        all.forEach(member -> live.tell(member.channel()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ProgramContext.current().zone());
    }
}
