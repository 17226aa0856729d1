package org.holdfast.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import org.holdfast.shared.Secret;

/// The PostgreSQL that comes with us, durable: fsync and synchronous_commit are on (the embedding library's default is
/// off, for tests). It listens on loopback only and asks for a password: other users of this machine get nothing.
final class EmbeddedDatabase implements AutoCloseable {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final Secret password;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres, Secret password) {
        this.folder = folder;
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(Path data) {
        try {
            Path cluster = data.resolve("postgres");
            boolean fresh = !Files.exists(cluster.resolve("PG_VERSION"));
            DataFolder folder = DataFolder.take(data);
            DataFolder.stopLeftBehind(cluster);
            // The library makes the folder of its binaries writable for everybody: it stands inside one that is not.
            Path binaries = data.resolve("binaries");
            DataFolder.makeForOwner(binaries);
            Secret password = password(data.resolve("postgres.password"));
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    // Its own hook would stop the database while the last answers still need it; closing the context
                    // does.
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.resolve("postgres").toFile())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("log_min_messages", "fatal")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_statement", "none")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("listen_addresses", "127.0.0.1");
            if (!fresh) {
                builder.setConnectConfig("password", password.text());
            }
            EmbeddedPostgres postgres = builder.start();
            if (fresh) {
                askForPasswords(postgres, cluster, password);
            }
            return new EmbeddedDatabase(folder, postgres, password);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The database in the data folder did not start.", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    Secret superuserPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            postgres.close();
        }
    }

    /// The cluster is made trusting; before anybody else could connect usefully it gets a password and forgets trust.
    private static void askForPasswords(EmbeddedPostgres postgres, Path cluster, Secret password)
            throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            // base64url characters only, so it can stand in the statement
            statement.execute("alter role postgres password '" + password.text() + "'");
            Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    static Secret password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[24];
            CHANCE.nextBytes(fresh);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(fresh));
        }
        return Secret.of(Files.readString(file).strip());
    }
}
