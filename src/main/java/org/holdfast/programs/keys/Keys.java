package org.holdfast.programs.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.programs.keys.KeyStore.WrapFor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What other modules ask of the keys of the program at hand.
@Component
@Transactional(readOnly = true)
public class Keys {

    private final KeyStore store;
    private final Members members;
    private final ObjectProvider<IntakeUse> use;

    Keys(KeyStore store, Members members, ObjectProvider<IntakeUse> use) {
        this.store = store;
        this.members = members;
        this.use = use;
    }

    /// The key that notes are to be sealed to now; empty before the first statement.
    public Optional<IntakeKey> currentIntake() {
        return store.currentIntake();
    }

    /// The newest statement.
    public Optional<SignedStatement> statement() {
        return store.statement();
    }

    /// The supporters whose keys the newest statement names and who are still here.
    public Set<MemberId> signedSupporters() {
        Set<MemberId> here = supporters();
        return newest().members().stream().filter(here::contains).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the newest statement names this member, still here, as a reader of notes.
    public boolean isReader(MemberId member) {
        return newest().readers().contains(member) && supporters().contains(member);
    }

    /// The wraps of intake keys that this member's browser can open.
    public List<IntakeWrap> wrapsFor(MemberId member) {
        return store.intakeWraps(member);
    }

    /// The card with which a seeker's browser checks this member's name.
    public Optional<NameCard> nameCard(MemberId id) {
        return members.find(id)
                .flatMap(member ->
                        Optional.ofNullable(store.salts().get(id)).map(salt -> new NameCard(id, member.name(), salt)));
    }

    /// Whether an offer may go to this member: their key is signed, and some reader has wrapped for it every intake key
    /// that notes are sealed to or still under.
    public boolean ready(MemberId member) {
        return ready().contains(member);
    }

    /// All members who are ready.
    public Set<MemberId> ready() {
        Set<Integer> numbers = numbersInUse();
        Set<WrapFor> held = store.intakeWrapsHeld();
        Set<MemberId> here = supporters();
        return newest().supporters().stream()
                .filter(one -> here.contains(one.member()))
                .filter(one -> numbers.stream()
                        .allMatch(number -> held.contains(new WrapFor(number, one.member(), one.keyNumber()))))
                .map(Statement.Supporter::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Lets go of retired intake keys, with their wraps, once no note is under them. Called where notes die, in the
    /// same transaction.
    @Transactional
    public void forgetUnused() {
        store.forgetRetiredIntakeExcept(withNotes());
    }

    /// Takes from a member what they no longer may open: as a supporter, as a director, or both.
    @Transactional
    public void forgetWraps(MemberId member, boolean ofIntake, boolean ofProgram) {
        if (ofIntake) {
            store.forgetIntakeWraps(member);
        }
        if (ofProgram) {
            store.forgetProgramWraps(member);
        }
    }

    /// The current intake key and all under which there still are notes.
    Set<Integer> numbersInUse() {
        Set<Integer> numbers = new HashSet<>(withNotes());
        store.currentIntake().ifPresent(key -> numbers.add(key.number()));
        numbers.retainAll(store.intakeKeys().stream().map(IntakeKey::number).toList());
        return numbers;
    }

    /// What the newest statement says; before the first one, nothing.
    Statement newest() {
        return store.statement()
                .flatMap(signed -> StatementText.read(Base64Url.decode(signed.body())))
                .orElseGet(() -> new Statement("", 0, "", new Statement.Intake(0, "", List.of()), List.of()));
    }

    Set<MemberId> supporters() {
        return members.all().stream()
                .filter(member -> member.is(Role.SUPPORTER))
                .map(Member::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Integer> withNotes() {
        List<Integer> numbers = new ArrayList<>();
        use.ifAvailable(notes -> numbers.addAll(notes.numbersWithNotes()));
        return Set.copyOf(numbers);
    }
}
