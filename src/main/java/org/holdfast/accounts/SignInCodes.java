package org.holdfast.accounts;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.shared.Ids;
import org.holdfast.shared.Limit;
import org.holdfast.shared.Secret;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.jobs.RecurringJob;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One-time codes to sign in with: bound to the browser that asked, good for ten minutes and five tries. Eight digits
/// are few, so a code is kept only as a hash under the server key. An unknown address, and one that asked too often,
/// take the same way to a code that nobody is told and that opens nothing.
@Component
class SignInCodes {

    private static final Duration LIFE = Duration.ofMinutes(Limit.SIGN_IN_MINUTES.number());
    private static final Duration COUNTED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ServerKey key;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    SignInCodes(JdbcClient jdbc, ServerKey key, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.events = events;
        this.clock = clock;
    }

    /// Makes a code for an address and has it mailed, if it is somebody's.
    ///
    /// @param browser what binds the code to the browser that asked
    @Transactional
    void ask(String email, Secret browser) {
        Instant now = clock.instant();
        // the row is locked, so that two at once do not both count as the sixth
        Optional<UUID> account = jdbc.sql("""
                        select id from accounts.account where email = :email and removed_on is null for update""")
                .param("email", Accounts.normal(email))
                .query(UUID.class)
                .optional();
        int asked = jdbc.sql("""
                        select count(*) from accounts.sign_in_code
                        where account_id = :account and expires_at > :since""")
                .param("account", account.orElse(null), Types.OTHER)
                .param("since", at(now.minus(COUNTED).plus(LIFE)))
                .query(Integer.class)
                .single();
        Optional<AccountId> served = account.filter(id -> asked < Limit.SIGN_IN_CODES_AN_HOUR.number())
                .map(AccountId::new);
        UUID id = Ids.random();
        Secret code = Secret.of("%08d".formatted(chance.nextInt(100_000_000)));
        jdbc.sql("""
                        insert into accounts.sign_in_code (id, account_id, browser, code, expires_at)
                        values (:id, :account, :browser, :code, :expires)""")
                .param("id", id)
                .param("account", served.map(AccountId::value).orElse(null), Types.OTHER)
                .param("browser", browser.hash())
                .param("code", hash(id, code))
                .param("expires", at(now.plus(LIFE)))
                .update();
        events.publishEvent(new SignInCodeAsked(served, code, now.plus(LIFE)));
    }

    /// The account, if these digits are the code this browser asked for. A used code is gone.
    @Transactional
    Optional<AccountId> use(Secret browser, String digits) {
        Optional<Kept> kept = jdbc.sql("""
                        update accounts.sign_in_code set tries = tries + 1
                        where browser = :browser and tries < :most and expires_at > :now
                        returning id, account_id, code""")
                .param("browser", browser.hash())
                .param("most", Limit.SIGN_IN_TRIES.number())
                .param("now", at(clock.instant()))
                .query(Kept::row)
                .optional();
        Optional<AccountId> account = kept.filter(
                        row -> row.code().equals(new Secret(hash(row.id(), Secret.of(digits)))))
                .flatMap(Kept::account);
        account.ifPresent(id -> jdbc.sql("delete from accounts.sign_in_code where browser = :browser")
                .param("browser", browser.hash())
                .update());
        return account;
    }

    @Configuration
    static class Forgetting {

        @Bean
        RecurringJob forgetSignInCodes(SignInCodes codes) {
            return new RecurringJob("forget-sign-in-codes", Duration.ofMinutes(5), codes::forgetOld);
        }
    }

    /// A code is counted for an hour after it was asked for; then nothing tells that it was.
    @Transactional
    void forgetOld() {
        jdbc.sql("delete from accounts.sign_in_code where expires_at < :since")
                .param("since", at(clock.instant().minus(COUNTED).plus(LIFE)))
                .update();
    }

    private record Kept(UUID id, Optional<AccountId> account, Secret code) {

        static Kept row(ResultSet row, int n) throws SQLException {
            return new Kept(
                    row.getObject("id", UUID.class),
                    Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                    new Secret(row.getBytes("code")));
        }
    }

    private byte[] hash(UUID id, Secret code) {
        return key.hash(ServerKey.Purpose.SIGN_IN_CODE, id + " " + code.text());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
