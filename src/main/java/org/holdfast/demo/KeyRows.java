package org.holdfast.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Programs;
import org.holdfast.programs.keys.Proposal;
import org.holdfast.programs.keys.Statements;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ProgramId;
import org.holdfast.shared.PublicKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts the cast's keys where a browser would have put them, by the way and past the checks that a browser's take.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class KeyRows {

    private final JdbcClient jdbc;
    private final StaffKeys staffKeys;
    private final Statements statements;
    private final Members members;
    private final Programs programs;

    KeyRows(JdbcClient jdbc, StaffKeys staffKeys, Statements statements, Members members, Programs programs) {
        this.jdbc = jdbc;
        this.staffKeys = staffKeys;
        this.statements = statements;
        this.members = members;
        this.programs = programs;
    }

    void write(CastKeys.Made made) {
        for (CastKeys.StaffKey key : made.staff()) {
            staffKeys.add(
                    new AccountId(key.account()),
                    PublicKey.read(key.publicKey()).orElseThrow(),
                    Ciphertext.read(Ciphertext.Kind.STAFF_WRAP, key.wrapped()).orElseThrow());
        }
        for (CastKeys.ProgramKeys keys : made.programs()) {
            // The transaction is older than both programs.
            jdbc.sql("select set_config('holdfast.program', ?, true)")
                    .param(keys.program().toString())
                    .query(String.class)
                    .single();
            Program program = programs.byId(new ProgramId(keys.program())).orElseThrow();
            ProgramContext.run(program, () -> write(keys));
        }
    }

    private void write(CastKeys.ProgramKeys keys) {
        PublicKey programKey = PublicKey.read(keys.programKey()).orElseThrow();
        Member founder = founder(keys.programWraps());
        Map<UUID, Ciphertext> holders = new HashMap<>();
        keys.programWraps()
                .forEach((member, wrapped) -> holders.put(
                        member,
                        Ciphertext.read(Ciphertext.Kind.PROGRAM_WRAP, wrapped).orElseThrow()));
        // The key comes with the founder's wrap, before anybody else's.
        statements.found(
                founder,
                programKey,
                Objects.requireNonNull(holders.remove(founder.id().value())));
        holders.forEach(this::alsoHolds);
        List<Proposal.Wrap> wraps = new ArrayList<>();
        keys.intakeWraps()
                .forEach((member, wrapped) -> wraps.add(new Proposal.Wrap(
                        new MemberId(member),
                        Ciphertext.read(Ciphertext.Kind.INTAKE_WRAP, wrapped).orElseThrow())));
        var outcome = statements.accept(
                founder, new Proposal(keys.statement().body(), keys.statement().signature(), wraps));
        if (!(outcome instanceof Statements.Outcome.Accepted)) {
            throw new IllegalStateException("the demo's first statement was not accepted: " + outcome);
        }
    }

    /// The director who is no deputy.
    private Member founder(Map<UUID, String> holders) {
        return holders.keySet().stream()
                .flatMap(id -> members.find(new MemberId(id)).stream())
                .filter(member -> member.deputy().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// Whom the founder's browser would have wrapped the program key for, after comparing fingerprints.
    private void alsoHolds(UUID member, Ciphertext wrap) {
        jdbc.sql("insert into programs.program_key_wrap (program, number, member_id, key_number, wrapped)"
                        + " values (?, 1, ?, ?, ?)")
                .params(ProgramContext.current().id().value(), member, wrap.keyNumber(), wrap.bytes())
                .update();
    }
}
