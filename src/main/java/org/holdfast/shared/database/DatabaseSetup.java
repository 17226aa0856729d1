package org.holdfast.shared.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.holdfast.shared.HoldfastSettings;
import org.holdfast.shared.Secret;
import org.holdfast.shared.ServerKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// The database of this installation: the embedded one, or any PostgreSQL given by address. Migrates, checks the
/// serving user, and only then hands out the pool.
@Configuration
class DatabaseSetup {

    /// Bounds: sixteen connections, two seconds of waiting; past that the page is told to come again.
    private static final int POOL = 16;

    private static final Duration WAIT = Duration.ofSeconds(2);

    /// Where the database is and who may serve from it.
    record Access(String url, String appUser, Secret appPassword) {}

    @Bean(destroyMethod = "close")
    @Nullable
    EmbeddedDatabase embeddedDatabase(HoldfastSettings settings) {
        return settings.embedded() ? EmbeddedDatabase.start(settings.data()) : null;
    }

    @Bean
    Access access(HoldfastSettings settings, @Nullable EmbeddedDatabase embedded) throws SQLException, IOException {
        Access access;
        DataSource owner;
        if (embedded != null) {
            String url = embedded.url();
            Secret ownerPassword = EmbeddedDatabase.password(settings.data().resolve("owner.password"));
            Secret appPassword = EmbeddedDatabase.password(settings.data().resolve("app.password"));
            Roles.make(plain(url, "postgres", embedded.superuserPassword()), ownerPassword, appPassword);
            owner = plain(url, "holdfast_owner", ownerPassword);
            access = new Access(url, "holdfast_app", appPassword);
        } else {
            String url = Objects.requireNonNull(settings.dbUrl());
            owner = plain(url, given(settings.dbOwnerUser()), given(settings.dbOwnerPassword()));
            access = new Access(url, given(settings.dbAppUser()), given(settings.dbAppPassword()));
        }
        Migrations.run(owner);
        Roles.refusePowerful(plain(access.url(), access.appUser(), access.appPassword()));
        return access;
    }

    @Bean
    HikariDataSource pool(Access access) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.appUser());
        config.setPassword(access.appPassword().text());
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(WAIT.toMillis());
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "holdfast");
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(HikariDataSource pool) {
        return new ProgramTransactions(pool);
    }

    /// A data folder that has never served may make its key; later it must be there.
    @Bean
    ServerKey serverKey(HoldfastSettings settings, Access access, HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from programs.program)")) {
            rows.next();
            return ServerKey.in(settings.serverKeyFile(), !rows.getBoolean(1));
        }
    }

    /// A connection of its own, outside the pool: for what listens all day.
    @Bean
    ListenConnection listenConnection(Access access) {
        PGSimpleDataSource source = plain(access.url(), access.appUser(), access.appPassword());
        return source::getConnection;
    }

    private static PGSimpleDataSource plain(String url, String user, Secret password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.text());
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static <T> T given(@Nullable T setting) {
        if (setting == null) {
            throw new IllegalStateException(
                    "With HOLDFAST_DB_URL, the owner and app users and passwords must be given too (docs/operating.md).");
        }
        return setting;
    }
}
