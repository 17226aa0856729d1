package org.holdfast.programs.keys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Accountability;
import org.holdfast.programs.Act;
import org.holdfast.programs.Member;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.programs.keys.KeyStore.WrapFor;
import org.holdfast.shared.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes wraps that one member's browser made for another. Whether they open, only the other's browser can tell.
@Component
class Wraps {

    private final KeyStore store;
    private final Keys keys;
    private final Members members;
    private final StaffKeys staffKeys;
    private final Accountability accountability;
    private final Live live;

    Wraps(KeyStore store, Keys keys, Members members, StaffKeys staffKeys, Accountability accountability, Live live) {
        this.store = store;
        this.keys = keys;
        this.members = members;
        this.staffKeys = staffKeys;
        this.accountability = accountability;
        this.live = live;
    }

    /// What readers' browsers still have to wrap: signed newcomers, and the intake keys they lack.
    Set<WrapFor> missing() {
        Set<WrapFor> held = store.intakeWrapsHeld();
        Set<Integer> numbers = keys.numbersInUse();
        var here = keys.supporters();
        return keys.newest().supporters().stream()
                .filter(one -> here.contains(one.member()))
                .flatMap(one -> numbers.stream().map(number -> new WrapFor(number, one.member(), one.keyNumber())))
                .filter(wrap -> !held.contains(wrap))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Keeps what a reader wrapped, as far as it is still missing.
    ///
    /// @return false where the reader is none, or has no wrap of that key to have opened it with
    @Transactional
    boolean add(Member reader, List<Proposal.Wrap> wraps) {
        Set<Integer> own =
                store.intakeWraps(reader.id()).stream().map(IntakeWrap::number).collect(Collectors.toSet());
        if (!keys.isReader(reader.id())
                || !wraps.stream().allMatch(wrap -> own.contains(wrap.wrapped().keyNumber()))) {
            return false;
        }
        Set<WrapFor> missing = missing();
        for (Proposal.Wrap wrap : wraps) {
            missing.stream()
                    .filter(one -> one.member().equals(wrap.member())
                            && one.number() == wrap.wrapped().keyNumber())
                    .findFirst()
                    .ifPresent(one -> {
                        store.addIntakeWrap(one.number(), one.member(), one.keyNumber(), wrap.wrapped());
                        members.find(one.member()).ifPresent(member -> live.tell(member.channel()));
                    });
        }
        return true;
    }

    /// A wrap that its own holder's browser could not open is taken back, so that another reader makes one.
    @Transactional
    void forgetBroken(Member member, int number) {
        store.intakeWraps(member.id()).stream()
                .filter(wrap -> wrap.number() == number)
                .forEach(wrap -> store.forgetIntakeWrap(new WrapFor(number, member.id(), wrap.keyNumber())));
    }

    /// A holder wraps the program key for another director, whose newest staff key they have just compared.
    @Transactional
    boolean addHolder(Member holder, Proposal.Wrap wrap) {
        Optional<ProgramKey> key = store.programKey();
        Optional<Member> other = members.find(wrap.member()).filter(member -> member.is(Role.DIRECTOR));
        boolean fits = key.isPresent()
                && other.isPresent()
                && store.programWraps(holder.id()).stream()
                        .anyMatch(own -> own.number() == key.get().number())
                && Optional.ofNullable(staffKeys
                                .newest(List.of(other.get().account()))
                                .get(other.get().account()))
                        .map(newest -> newest.number() == wrap.wrapped().keyNumber())
                        .orElse(false);
        if (fits) {
            store.addProgramWrap(key.orElseThrow().number(), wrap.member(), wrap.wrapped());
            accountability.note(holder.account(), Act.KEY_SIGNED);
            live.tell(other.orElseThrow().channel());
        }
        return fits;
    }
}
