package org.holdfast.programs.keys;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.StaffKey;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.programs.keys.Statements.Refusal;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.PublicKey;
import org.holdfast.shared.Secret;
import org.springframework.stereotype.Component;

/// Whether a statement says what is so.
@Component
class StatementCheck {

    sealed interface Look {

        /// @param renewed whether it names a new intake key: it may, and sometimes must
        record Right(Statement statement, boolean renewed) implements Look {}

        record Overtaken() implements Look {}

        record Wrong(Refusal why) implements Look {}
    }

    private final KeyStore store;
    private final Keys keys;
    private final Members members;
    private final StaffKeys staffKeys;

    StatementCheck(KeyStore store, Keys keys, Members members, StaffKeys staffKeys) {
        this.store = store;
        this.keys = keys;
        this.members = members;
        this.staffKeys = staffKeys;
    }

    Look look(Proposal proposal, ProgramKey key, LocalDate today) {
        byte[] body;
        byte[] signature;
        try {
            body = Base64Url.decode(proposal.body());
            signature = Base64Url.decode(proposal.signature());
        } catch (IllegalArgumentException notBytes) {
            return new Look.Wrong(Refusal.SHAPE);
        }
        Optional<Statement> read = StatementText.read(body);
        if (read.isEmpty()
                || !read.get().program().equals(ProgramContext.current().id().toString())) {
            return new Look.Wrong(Refusal.SHAPE);
        }
        Statement statement = read.get();
        Statement before = keys.newest();
        if (!Signature25519.holds(key.publicKey(), "statement", body, signature)) {
            return new Look.Wrong(Refusal.SIGNATURE);
        }
        if (statement.number() != before.number() + 1) {
            return new Look.Overtaken();
        }
        // a page opened before midnight may sign after it
        if (!Set.of(today.toString(), today.minusDays(1).toString()).contains(statement.day())) {
            return new Look.Wrong(Refusal.DAY);
        }
        if (!people(statement, before)) {
            return new Look.Wrong(Refusal.PEOPLE);
        }
        boolean renewed = store.currentIntake()
                .map(now -> now.number() != statement.intake().number())
                .orElse(true);
        if ((!renewed && renewalDue(statement, before)) || !intake(statement, renewed)) {
            return new Look.Wrong(Refusal.INTAKE);
        }
        return wraps(statement, proposal, renewed) ? new Look.Right(statement, renewed) : new Look.Wrong(Refusal.WRAPS);
    }

    /// Every supporter who was signed and is still here; beside them only supporters with their newest key, who have
    /// just been compared. All of them read.
    private boolean people(Statement statement, Statement before) {
        Map<MemberId, Member> here = members.all().stream()
                .filter(member -> member.is(Role.SUPPORTER))
                .collect(Collectors.toMap(Member::id, Function.identity()));
        Map<AccountId, StaffKey> newest =
                staffKeys.newest(here.values().stream().map(Member::account).toList());
        Map<MemberId, String> salts = store.salts();
        Set<MemberId> mustStay = new HashSet<>(before.members());
        mustStay.retainAll(here.keySet());
        return statement.members().containsAll(mustStay)
                && statement.readers().equals(statement.members())
                && statement.supporters().stream().allMatch(one -> {
                    Member member = here.get(one.member());
                    if (member == null) {
                        return false;
                    }
                    boolean stays = before.supporter(one.member())
                            .map(old -> old.keyNumber() == one.keyNumber()
                                    && old.key().equals(one.key()))
                            .orElse(false);
                    StaffKey key = newest.get(member.account());
                    boolean compared = key != null
                            && key.number() == one.keyNumber()
                            && key.publicKey().base64url().equals(one.key());
                    return (stays || compared)
                            && one.name().equals(commitment(salts.getOrDefault(member.id(), ""), member.name()));
                });
    }

    /// The intake key must be made anew where somebody could open the present one who should not, or nobody who should.
    private boolean renewalDue(Statement statement, Statement before) {
        Optional<IntakeKey> current = store.currentIntake();
        Set<KeyStore.WrapFor> held = store.intakeWrapsHeld();
        return current.isEmpty()
                || !keys.supporters().containsAll(before.readers())
                || statement.supporters().stream()
                        .noneMatch(one -> held.contains(
                                new KeyStore.WrapFor(current.get().number(), one.member(), one.keyNumber())));
    }

    private boolean intake(Statement statement, boolean renewed) {
        int last = store.intakeKeys().stream().mapToInt(IntakeKey::number).max().orElse(0);
        Optional<PublicKey> key = PublicKey.read(statement.intake().key());
        if (key.isEmpty() || !key.get().base64url().equals(statement.intake().key())) {
            return false;
        }
        return renewed
                ? statement.intake().number()
                        == Math.max(last, keys.newest().intake().number()) + 1
                : store.currentIntake()
                        .map(now -> now.number() == statement.intake().number()
                                && now.publicKey().equals(key.get()))
                        .orElse(false);
    }

    private static boolean wraps(Statement statement, Proposal proposal, boolean renewed) {
        if (!renewed) {
            return proposal.wraps().isEmpty();
        }
        Set<MemberId> wrapped =
                proposal.wraps().stream().map(Proposal.Wrap::member).collect(Collectors.toSet());
        return wrapped.equals(statement.members())
                && wrapped.size() == proposal.wraps().size()
                && proposal.wraps().stream()
                        .map(Proposal.Wrap::wrapped)
                        .mapToInt(Ciphertext::keyNumber)
                        .allMatch(number -> number == statement.intake().number());
    }

    private static String commitment(String salt, String name) {
        byte[] salted = Base64Url.decode(salt);
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[salted.length + text.length];
        System.arraycopy(salted, 0, both, 0, salted.length);
        System.arraycopy(text, 0, both, salted.length, text.length);
        return Base64Url.encode(new Secret(both).hash());
    }
}
