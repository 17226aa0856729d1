package org.holdfast.shared;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What an installation is told at start.
///
/// @param data folder for the embedded database, the server key and the erasure file
/// @param demo whether this is the made-up hospital
/// @param dbUrl JDBC address of a PostgreSQL of one's own; none: the embedded one is started
/// @param dbOwnerUser and password: runs migrations; `dbAppUser`: serves
/// @param erasures file of keyed hashes of erased requests, on storage that all instances share
@ConfigurationProperties("holdfast")
public record HoldfastSettings(
        Path data,
        boolean demo,
        @Nullable String dbUrl,
        @Nullable String dbOwnerUser,
        @Nullable Secret dbOwnerPassword,
        @Nullable String dbAppUser,
        @Nullable Secret dbAppPassword,
        @Nullable Path erasures) {

    public boolean embedded() {
        return dbUrl == null || dbUrl.isBlank();
    }

    public Path serverKeyFile() {
        return data.resolve("server.key");
    }

    public Path erasureFile() {
        return erasures == null || erasures.toString().isEmpty() ? data.resolve("erasures") : erasures;
    }
}
