package org.holdfast.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.programs.Programs;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads all rows and columns that the server holds of a request. Which tables those are, it asks the catalogue: every
/// one that refers to a request, so a table added later shows up too.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class HeldRequests {

    private static final int PREVIEW = 24;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Programs programs;

    HeldRequests(JdbcClient jdbc, TransactionTemplate transaction, Programs programs) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.programs = programs;
    }

    /// A request and the program it belongs to.
    record Found(Program program, UUID id, String code) {}

    private record Reference(String table, String column) {}

    <T> T in(Program program, Supplier<T> work) {
        return ProgramContext.call(program, () -> transaction.execute(status -> work.get()));
    }

    List<CastPage.Request> all() {
        List<CastPage.Request> all = new ArrayList<>();
        for (Program program : programs.all()) {
            all.addAll(in(
                    program,
                    () -> jdbc.sql("select id, code, state from requests.request order by asked_at desc")
                            .query((row, n) -> new CastPage.Request(
                                    program.name(), row.getString("id"), row.getString("code"), row.getString("state")))
                            .list()));
        }
        return all;
    }

    /// Who has an offer to answer or a talk, by mail address; the words' key of which.
    Map<String, String> news() {
        Map<String, String> news = new HashMap<>();
        for (Program program : programs.all()) {
            in(
                    program,
                    () -> jdbc.sql("""
                            select a.email, 'demo.cast.offer' as what from requests.offer o
                            join programs.member m on m.id = o.supporter_id join accounts.account a on a.id = m.account_id
                            where o.state = 'OPEN'
                            union all
                            select a.email, 'demo.cast.talk' from requests.pairing p
                            join programs.member m on m.id = p.supporter_id join accounts.account a on a.id = m.account_id""")
                            .query((row, n) -> news.put(row.getString("email"), row.getString("what")))
                            .list());
        }
        return news;
    }

    Found find(UUID id) {
        for (Program program : programs.all()) {
            Optional<String> code = in(
                    program,
                    () -> jdbc.sql("select code from requests.request where id = ?")
                            .param(id)
                            .query(String.class)
                            .optional());
            if (code.isPresent()) {
                return new Found(program, id, code.get());
            }
        }
        throw new NotFound();
    }

    List<HeldPage.Table> tables(Found found) {
        return in(found.program(), () -> {
            List<HeldPage.Table> tables = new ArrayList<>();
            tables.add(read("requests.request", "id = :id", found.id()));
            for (Reference reference : references()) {
                tables.add(read(reference.table(), reference.column() + " = :id", found.id()));
            }
            String ring = "(select ring_id from requests.request where id = :id)";
            tables.add(read("notices.ring", "id = " + ring, found.id()));
            tables.add(read("notices.notice", "ring_id = " + ring, found.id()));
            return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
        });
    }

    private List<Reference> references() {
        return jdbc.sql("""
                        select c.conrelid::regclass::text as name, a.attname as col
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                        where c.contype = 'f' and c.confrelid = 'requests.request'::regclass and a.attname <> 'program'
                        order by 1""")
                .query((row, n) -> new Reference(row.getString("name"), row.getString("col")))
                .list();
    }

    /// The names come from the catalogue, not from anybody's request.
    private HeldPage.Table read(String table, String where, UUID id) {
        return new HeldPage.Table(
                table,
                jdbc.sql("select * from " + table + " where " + where)
                        .param("id", id)
                        .query(HeldRequests::row)
                        .list());
    }

    private static HeldPage.Row row(ResultSet row, int n) throws SQLException {
        List<HeldPage.Column> columns = new ArrayList<>();
        var meta = row.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String name = meta.getColumnName(i);
            if (row.getObject(i) instanceof byte[] bytes) {
                String start = HexFormat.of().formatHex(bytes, 0, Math.min(PREVIEW, bytes.length));
                columns.add(new HeldPage.Column(name, start, bytes.length));
            } else {
                String value = row.getString(i);
                columns.add(new HeldPage.Column(name, value == null ? "-" : value, 0));
            }
        }
        return new HeldPage.Row(columns);
    }

    /// What the program's poster carries: the first 16 bytes of a hash of its key (docs/protocol.md).
    String fingerprint(String slug) {
        Program program = programs.bySlug(slug).orElseThrow(NotFound::new);
        byte[] key = in(
                program,
                () -> jdbc.sql("select public_key from programs.program_key order by number limit 1")
                        .query((row, n) -> row.getBytes(1))
                        .single());
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update("holdfast/v1/program-key".getBytes(StandardCharsets.UTF_8));
            byte[] sum = hash.digest(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
