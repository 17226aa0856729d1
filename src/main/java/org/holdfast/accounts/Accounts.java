package org.holdfast.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who can sign in to this installation. One account may serve several programs.
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                        select id, email, name, language from accounts.account
                        where id = :id and removed_on is null""").param("id", id.value()).query(Accounts::row).optional();
    }

    /// These accounts, without any that was removed.
    public Map<AccountId, Account> find(Collection<AccountId> ids) {
        return jdbc
                .sql(
                        "select id, email, name, language from accounts.account where id = any(:ids) and removed_on is null")
                .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(Accounts::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Account::id, account -> account));
    }

    /// The account of this address: the one there is, else a new one. The name and language of an account that is
    /// there stay as they are: another program may have written them.
    @Transactional
    public AccountId open(String email, String name, String language) {
        return new AccountId(jdbc.sql("""
                        insert into accounts.account (id, email, name, language, created_on)
                        values (:id, :email, :name, :language, :today)
                        on conflict (email) do update set removed_on = null
                        returning id""")
                .param("id", Ids.timed(clock))
                .param("email", normal(email))
                .param("name", name.strip())
                .param("language", language)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .single());
    }

    /// Ends all sessions of an account at once, in all browsers.
    @Transactional
    public void endSessions(AccountId id) {
        jdbc.sql("delete from accounts.spring_session where principal_name = :id")
                .param("id", id.value().toString())
                .update();
    }

    /// The one spelling under which an address is kept.
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Account row(ResultSet row, int n) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"));
    }
}
