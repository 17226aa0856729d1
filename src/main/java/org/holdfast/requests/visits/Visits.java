package org.holdfast.requests.visits;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.Visitor;
import org.holdfast.shared.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds the request that belongs to a locator and a secret. Known and unknown take the same path: one statement, one
/// hash, one comparison in constant time, with bytes of chance where nothing was found.
@Service
class Visits {

    private static final int LOCATOR = 16;
    private static final int SECRET = 32;

    private record Row(UUID id, UUID channel, Secret secretHash) {}

    private final byte[] nobodys = new byte[32];
    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
        new SecureRandom().nextBytes(nobodys);
    }

    @Transactional(readOnly = true)
    public Optional<Visitor> find(@Nullable String locator, @Nullable String secret) {
        List<Row> rows = jdbc.sql("select id, channel, secret_hash from requests.request where locator = :locator")
                .param("locator", bytes(locator, LOCATOR))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("channel", UUID.class),
                        new Secret(row.getBytes("secret_hash"))))
                .list();
        byte[] hash = rows.isEmpty() ? nobodys : rows.getFirst().secretHash().bytes();
        boolean right = new Secret(bytes(secret, SECRET)).hashesTo(hash);
        return right && !rows.isEmpty()
                ? Optional.of(new Visitor(
                        new RequestId(rows.getFirst().id()), rows.getFirst().channel()))
                : Optional.empty();
    }

    /// What is no such thing at all is looked for like what is.
    private static byte[] bytes(@Nullable String base64url, int length) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64url == null ? "" : base64url);
            return bytes.length == length ? bytes : new byte[length];
        } catch (IllegalArgumentException notBase64) {
            return new byte[length];
        }
    }
}
