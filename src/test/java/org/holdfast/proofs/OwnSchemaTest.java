package org.holdfast.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;

/// Modules keep to their own rows: in SQL they name their own schema only, a foreign key leads only to a module they
/// may
/// use, and whatever belongs to a request goes with it.
@HoldfastTest
class OwnSchemaTest {

    private static final Path SOURCES = Path.of("src/main/java/org/holdfast");
    private static final Pattern TEXT = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*///?.*$");
    private static final Pattern NAMED = Pattern.compile("\\b([a-z_]+)\\.([a-z_]+)\\b(?!\\.\\w)");

    /// Schemas whose module has another name.
    private static final Map<String, String> OWNER = Map.of("jobs", "shared");

    /// What names another's schema all the same, with the reason.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "shared/database/DatabaseSetup.java names programs.program",
            "asked before anything serves: a database with programs must find its server key");

    @Autowired
    JdbcClient jdbc;

    /// @param onDelete as the catalogue says it: `c` is cascade
    private record Key(String from, String to, String onDelete) {}

    @Test
    void sqlNamesOnlyItsOwnSchema() throws IOException {
        Set<String> relations = Set.copyOf(jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        union select n.nspname || '.' || p.proname from pg_proc p
                            join pg_namespace n on n.oid = p.pronamespace""").query(String.class).list());
        Set<String> strangers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String path = SOURCES.relativize(file).toString();
                String module = path.replaceFirst("/.*", "");
                if (module.equals("demo")) {
                    continue; // owns nothing: it fills everybody's tables once, and shows them
                }
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                TEXT.matcher(code)
                        .results()
                        .flatMap(text -> NAMED.matcher(text.group()).results())
                        .filter(named -> relations.contains(named.group()))
                        .filter(named -> !named.group(1).startsWith("pg_"))
                        .filter(named -> !OWNER.getOrDefault(named.group(1), named.group(1))
                                .equals(module))
                        .forEach(named -> strangers.add(path + " names " + named.group()));
            }
        }
        assertThat(strangers).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @Test
    void foreignKeysLeadOnlyToModulesOneMayUse() {
        assertThat(keys().stream()
                        .filter(key -> !schema(key.from()).equals(schema(key.to())))
                        .filter(key -> !mayUse(schema(key.from())).contains(schema(key.to()))))
                .isEmpty();
    }

    @Test
    void whatBelongsToARequestGoesWithIt() {
        var columns = jdbc.sql("""
                        select n.nspname || '.' || t.relname from pg_attribute a
                        join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p')
                        join pg_namespace n on n.oid = t.relnamespace
                        where a.attname in ('request', 'request_id') and not a.attisdropped""").query(String.class).list();
        assertThat(columns)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(keys().stream()
                                .filter(key ->
                                        key.from().equals(table) && key.to().equals("requests.request")))
                        .as(table + ".request_id leads to the request")
                        .isNotEmpty());
        assertThat(keys().stream().filter(key -> key.to().equals("requests.request")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.onDelete()).as(key.from()).isEqualTo("c"));
        // nor may anything that goes with it be held back by a row of somebody else
        assertThat(keys().stream()
                        .filter(key -> keys().stream()
                                .anyMatch(up ->
                                        up.from().equals(key.to()) && up.to().equals("requests.request"))))
                .allSatisfy(key -> assertThat(key.onDelete()).as(key.from()).isEqualTo("c"));
    }

    private List<Key> keys() {
        return jdbc.sql("""
                        select fn.nspname || '.' || f.relname as source, tn.nspname || '.' || t.relname as target,
                            c.confdeltype::text as on_delete
                        from pg_constraint c
                        join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
                        join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                        where c.contype = 'f'""")
                .query((row, n) ->
                        new Key(row.getString("source"), row.getString("target"), row.getString("on_delete")))
                .list();
    }

    private static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private static Set<String> mayUse(String schema) {
        try {
            var module = Class.forName("org.holdfast." + OWNER.getOrDefault(schema, schema) + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return Arrays.stream(module.allowedDependencies())
                    .map(name -> name.replaceFirst("\\s*::.*", ""))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the schema " + schema + " has no module", e);
        }
    }
}
