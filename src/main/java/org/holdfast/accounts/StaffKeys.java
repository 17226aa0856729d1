package org.holdfast.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.PublicKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Staff keys. Adding one displaces none: whoever holds a mailbox can add a key here, and wins nothing by it.
@Component
public class StaffKeys {

    /// More new keys than this is no accident.
    private static final int MOST = 20;

    /// What came of adding a key.
    public sealed interface Added {

        /// It is kept, now or since an earlier post of the same bytes.
        record Kept(StaffKey key) implements Added {}

        /// Another key got the number in between, or the number is not the next.
        record NumberTaken() implements Added {}
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// All keys of an account, the newest first.
    public List<StaffKey> of(AccountId account) {
        return read(List.of(account.value()));
    }

    public Optional<StaffKey> find(AccountId account, int number) {
        return of(account).stream().filter(key -> key.number() == number).findFirst();
    }

    /// The newest key of each account that has one.
    public Map<AccountId, StaffKey> newest(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return read(accounts.stream().map(AccountId::value).toList()).stream()
                .collect(Collectors.toMap(StaffKey::account, key -> key, (newer, older) -> newer));
    }

    /// Adds the next key of an account; the same bytes again change nothing.
    @Transactional
    public Added add(AccountId account, PublicKey publicKey, Ciphertext wrapped) {
        int number = wrapped.keyNumber();
        Optional<StaffKey> there = find(account, number);
        if (there.isPresent()) {
            StaffKey key = there.get();
            boolean same = key.publicKey().equals(publicKey) && key.wrapped().equals(wrapped);
            return same ? new Added.Kept(key) : new Added.NumberTaken();
        }
        int added = jdbc.sql("""
                        insert into accounts.staff_key (account_id, number, public_key, wrapped, made_on)
                        select :account, :number, :publicKey, :wrapped, :today
                        where :number <= :most and :number = 1 +
                            (select count(*) from accounts.staff_key where account_id = :account)
                        on conflict do nothing""")
                .param("account", account.value())
                .param("number", number)
                .param("publicKey", publicKey.bytes())
                .param("wrapped", wrapped.bytes())
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .update();
        return added == 0
                ? new Added.NumberTaken()
                : new Added.Kept(find(account, number).orElseThrow());
    }

    private List<StaffKey> read(List<UUID> accounts) {
        return jdbc.sql("""
                        select account_id, number, public_key, wrapped, made_on from accounts.staff_key
                        where account_id in (:accounts) order by account_id, number desc""")
                .param("accounts", accounts)
                .query((row, n) -> new StaffKey(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getInt("number"),
                        new PublicKey(row.getBytes("public_key")),
                        Ciphertext.read(Ciphertext.Kind.STAFF_WRAP, row.getBytes("wrapped"))
                                .orElseThrow(),
                        row.getObject("made_on", LocalDate.class)))
                .list();
    }
}
