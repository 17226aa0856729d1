package org.holdfast.programs.keys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.StaffKey;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.programs.keys.KeyStore.WrapFor;
import org.holdfast.programs.keys.KeysShown.ForDirectors;
import org.holdfast.programs.keys.KeysShown.Holder;
import org.holdfast.programs.keys.KeysShown.IntakeShown;
import org.holdfast.programs.keys.KeysShown.MissingWrap;
import org.holdfast.programs.keys.KeysShown.Newcomer;
import org.holdfast.programs.keys.KeysShown.OwnKey;
import org.holdfast.programs.keys.KeysShown.OwnWrap;
import org.holdfast.programs.keys.KeysShown.ProgramKeyShown;
import org.holdfast.programs.keys.KeysShown.PublicKeys;
import org.holdfast.programs.keys.KeysShown.StaffKeysShown;
import org.holdfast.programs.keys.KeysShown.StatementShown;
import org.holdfast.shared.ProgramContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together what a browser is told about keys.
@Component
@Transactional(readOnly = true)
class KeysReading {

    private final KeyStore store;
    private final Keys keys;
    private final Wraps wraps;
    private final Members members;
    private final StaffKeys staffKeys;
    private final Clock clock;

    KeysReading(KeyStore store, Keys keys, Wraps wraps, Members members, StaffKeys staffKeys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.wraps = wraps;
        this.members = members;
        this.staffKeys = staffKeys;
        this.clock = clock;
    }

    PublicKeys forEveryone() {
        return new PublicKeys(
                ProgramContext.current().id().toString(),
                store.programKeys().stream().map(ProgramKeyShown::of).toList(),
                store.statement().map(StatementShown::of).orElse(null));
    }

    StaffKeysShown forMember(Member member) {
        var program = ProgramContext.current();
        return new StaffKeysShown(
                forEveryone(),
                member.account().value(),
                member.id().value(),
                member.name(),
                store.salts().getOrDefault(member.id(), ""),
                LocalDate.ofInstant(clock.instant(), program.zone()).toString(),
                staffKeys.of(member.account()).stream()
                        .map(key -> new OwnKey(
                                key.number(),
                                key.publicKey().base64url(),
                                key.wrapped().base64url()))
                        .toList(),
                store.intakeKeys().stream()
                        .map(key ->
                                new IntakeShown(key.number(), key.publicKey().base64url()))
                        .toList(),
                store.intakeWraps(member.id()).stream()
                        .map(wrap -> new OwnWrap(
                                wrap.number(), wrap.keyNumber(), wrap.wrapped().base64url()))
                        .toList(),
                keys.isReader(member.id()) ? missingThatCanBeMade(member) : List.of(),
                forDirector(member));
    }

    /// Nobody wraps for themselves, nor a key they do not hold.
    private List<MissingWrap> missingThatCanBeMade(Member reader) {
        List<Integer> own =
                store.intakeWraps(reader.id()).stream().map(IntakeWrap::number).toList();
        return wraps.missing().stream()
                .filter(wrap -> own.contains(wrap.number()))
                .map(wrap -> new MissingWrap(wrap.member().value(), wrap.number()))
                .toList();
    }

    private @Nullable ForDirectors forDirector(Member director) {
        if (!director.is(Role.DIRECTOR)) {
            return null;
        }
        List<OwnWrap> own = store.programWraps(director.id()).stream()
                .map(wrap -> new OwnWrap(
                        wrap.number(), wrap.keyNumber(), wrap.wrapped().base64url()))
                .toList();
        return new ForDirectors(
                own,
                keys.supporters().stream().map(MemberId::value).toList(),
                renewalDue(),
                intakeHolders(),
                newcomers());
    }

    /// Whether somebody could open the present intake key who should not, or nobody who should.
    private boolean renewalDue() {
        Optional<IntakeKey> current = store.currentIntake();
        Set<WrapFor> held = store.intakeWrapsHeld();
        return current.isEmpty()
                || !removed().isEmpty()
                || keys.newest().supporters().stream()
                        .noneMatch(one ->
                                held.contains(new WrapFor(current.get().number(), one.member(), one.keyNumber())));
    }

    private List<Holder> intakeHolders() {
        Optional<IntakeKey> current = store.currentIntake();
        return store.intakeWrapsHeld().stream()
                .filter(wrap ->
                        current.map(key -> key.number() == wrap.number()).orElse(false))
                .map(wrap -> new Holder(wrap.member().value(), wrap.keyNumber()))
                .toList();
    }

    /// Whom the newest statement still names though they are gone.
    Set<MemberId> removed() {
        Set<MemberId> here = keys.supporters();
        return keys.newest().readers().stream()
                .filter(id -> !here.contains(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Everybody whose newest staff key does not count here yet.
    List<Newcomer> newcomers() {
        List<Member> all = members.all();
        Map<AccountId, StaffKey> newest =
                staffKeys.newest(all.stream().map(Member::account).toList());
        Map<MemberId, String> salts = store.salts();
        Statement statement = keys.newest();
        Set<WrapFor> holders = store.programWrapsHeld();
        int programKey = store.programKey().map(ProgramKey::number).orElse(0);
        return all.stream()
                .flatMap(member -> {
                    StaffKey key = newest.get(member.account());
                    if (key == null) {
                        return Stream.empty();
                    }
                    boolean signed = statement
                            .supporter(member.id())
                            .map(one -> one.keyNumber() == key.number())
                            .orElse(false);
                    boolean holds = holders.contains(new WrapFor(programKey, member.id(), key.number()));
                    boolean supporter = member.is(Role.SUPPORTER) && !signed;
                    boolean holder = member.is(Role.DIRECTOR) && programKey > 0 && !holds;
                    return supporter || holder
                            ? Stream.of(new Newcomer(
                                    member.id().value(),
                                    member.name(),
                                    Objects.requireNonNullElse(salts.get(member.id()), ""),
                                    key.number(),
                                    key.publicKey().base64url(),
                                    supporter,
                                    holder))
                            : Stream.empty();
                })
                .toList();
    }
}
