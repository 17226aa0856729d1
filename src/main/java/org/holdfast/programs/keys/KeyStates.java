package org.holdfast.programs.keys;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How far the keys of all members have come, for the people page.
@Component
@Transactional(readOnly = true)
public class KeyStates {

    /// @param founded whether the program has a key
    /// @param toCompare whose newest key does not count yet
    /// @param removed who is gone and still stands in the newest statement
    public record Now(
            boolean founded,
            Set<MemberId> withoutKey,
            Set<MemberId> toCompare,
            Set<MemberId> ready,
            Set<MemberId> removed) {}

    private final KeyStore store;
    private final Keys keys;
    private final KeysReading reading;
    private final Members members;
    private final StaffKeys staffKeys;

    KeyStates(KeyStore store, Keys keys, KeysReading reading, Members members, StaffKeys staffKeys) {
        this.store = store;
        this.keys = keys;
        this.reading = reading;
        this.members = members;
        this.staffKeys = staffKeys;
    }

    public Now look() {
        List<Member> all = members.all();
        var newest = staffKeys.newest(all.stream().map(Member::account).toList());
        return new Now(
                store.programKey().isPresent(),
                all.stream()
                        .filter(member -> !newest.containsKey(member.account()))
                        .map(Member::id)
                        .collect(Collectors.toUnmodifiableSet()),
                reading.newcomers().stream()
                        .map(one -> new MemberId(one.member()))
                        .collect(Collectors.toUnmodifiableSet()),
                keys.ready(),
                reading.removed());
    }
}
