package org.holdfast.proofs;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/// A Holdfast in a process of its own, with folders of its own: everything it leaves behind can be searched. It is what
/// `bin/holdfast run` starts, without the classes of the tests.
public final class OwnServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready: (http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path home;
    private final String base;

    private OwnServer(Process process, Path home, String base) {
        this.process = process;
        this.home = home;
        this.base = base;
    }

    public static OwnServer start(Map<String, String> environment, String... arguments) throws IOException {
        Path home = Files.createTempDirectory("holdfast-own");
        Files.createDirectories(home.resolve("temp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + home.resolve("temp"),
                "-cp",
                classes(),
                "org.holdfast.Holdfast",
                "run",
                "--port",
                "0",
                "--data",
                home.resolve("data").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new OwnServer(process, home, ready(process, home.resolve("output")));
    }

    private static String ready(Process process, Path output) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var found = READY.matcher(Files.readString(output));
            if (found.find()) {
                return found.group(1);
            }
            pause();
        }
        process.destroy();
        throw new IllegalStateException("it did not start:\n" + Files.readString(output));
    }

    private static String classes() {
        String all = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public String base() {
        return base;
    }

    Path data() {
        return home.resolve("data");
    }

    Path temp() {
        return home.resolve("temp");
    }

    Path output() {
        return home.resolve("output");
    }

    /// Everything a thief of the machine would carry away, by place. Written out first, so that nothing is in memory
    /// alone.
    Map<String, List<ByteSearch.Found>> search(ByteSearch search) throws IOException, SQLException {
        Map<String, List<ByteSearch.Found>> found = new LinkedHashMap<>();
        try (Connection superuser = superuser();
                var statement = superuser.createStatement()) {
            statement.execute("checkpoint");
            found.put("dump", search.in("dump", dump(superuser)));
        }
        found.put("WAL", search.in(data().resolve("postgres/pg_wal")));
        found.put("database files", search.in(data().resolve("postgres/base")));
        found.put("data folder", search.in(data()));
        found.put("temp folder", search.in(temp()));
        found.put("output", search.in(output()));
        return found;
    }

    /// What a text dump holds: every table's rows, as COPY writes them.
    byte[] dump() throws SQLException, IOException {
        try (Connection superuser = superuser()) {
            return dump(superuser);
        }
    }

    private static byte[] dump(Connection superuser) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> tables = new ArrayList<>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'm', 'S') and n.nspname not in ('pg_catalog', 'pg_toast',
                            'information_schema') order by 1""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (String table : tables) {
            out.write((table + "\n").getBytes(StandardCharsets.UTF_8));
            superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from " + table + ") to stdout", out);
        }
        return out.toByteArray();
    }

    Connection superuser() throws SQLException, IOException {
        String port =
                Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(3);
        String password = Files.readString(data().resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Ends it in good order, and removes its folders.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(home);
    }
}
