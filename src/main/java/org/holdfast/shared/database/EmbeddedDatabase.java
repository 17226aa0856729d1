package org.holdfast.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.holdfast.shared.Secret;

/// The PostgreSQL that comes with us, durable: fsync and synchronous_commit are on (the embedding library's default is
/// off, for tests). It listens on loopback only and asks for a password: other users of this machine get nothing.
final class EmbeddedDatabase implements AutoCloseable {

    private static final String PASSWORDS = "host all all 127.0.0.1/32 scram-sha-256\n";
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
            DataFolder folder = DataFolder.take(data);
            DataFolder.stopLeftBehind(cluster);
            // The library makes the folder of its binaries writable for everybody: it stands inside one that is not.
            Path binaries = data.resolve("binaries");
            DataFolder.makeForOwner(binaries);
            Secret password = password(data.resolve("postgres.password"));
            Path access = cluster.resolve("pg_hba.conf");
            if (Files.exists(access)) {
                Files.writeString(access, PASSWORDS); // also where an earlier first start was cut short
            }
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    // Its own hook would stop the database while the last answers still need it; closing the context
                    // does.
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.resolve("postgres").toFile())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // These two go to initdb, after the library's own "-A trust": nobody else of this machine gets in,
                    // not even while the first start is under way.
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig(
                            "pwfile",
                            data.resolve("postgres.password").toAbsolutePath().toString())
                    .setConnectConfig("password", password.text())
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
            EmbeddedPostgres postgres = builder.start();
            Files.writeString(access, PASSWORDS); // what initdb wrote asks for one too, but speaks of sockets
            return new EmbeddedDatabase(folder, postgres, password);
        } catch (IOException e) {
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
