package org.holdfast.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The list of columns in the threat model is the database's own, and the tests it names exist.
@HoldfastTest
class ThreatModelTest {

    private static final Path PAGE = Path.of("docs/threat-model.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\w+\\.\\w+\\.\\w+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern PROOF = Pattern.compile("`(\\w+Test|[\\w.]+\\.test\\.ts)`");

    private record Said(String whoSees, String fineness, String dies) {}

    /// @param rounded a check keeps it to the minute
    private record Column(String name, String type, boolean rounded) {}

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyColumnIsListedAndNoneThatIsGone() throws IOException {
        assertThat(said().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        columns().stream().map(Column::name).toList());
    }

    @Test
    void theListKnowsHowFineTimesAre() throws IOException {
        var said = said();
        assertThat(columns())
                .allSatisfy(column -> assertThat(said.get(column.name()).fineness())
                        .as(column.name())
                        .matches(fineness(column)));
    }

    @Test
    void everyTestItNamesExists() throws IOException {
        List<String> named = PROOF.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).isNotEmpty().isSubsetOf(testFiles());
    }

    private static String fineness(Column column) {
        return switch (column.type()) {
            case "date" -> "(day|month).*";
            case "time without time zone" -> "minute of the week.*";
            case "timestamp with time zone" -> column.rounded() ? "minute.*" : "microsecond.*";
            default -> "(?s).*";
        };
    }

    private List<Column> columns() {
        // pg_attribute and not information_schema: that one hides what the serving user may not read
        return jdbc.sql("""
                        select n.nspname || '.' || t.relname || '.' || a.attname as name,
                            format_type(a.atttypid, a.atttypmod) as type,
                            exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'c'
                                      and pg_get_constraintdef(c.oid)
                                          like '%(' || a.attname || ' = date_trunc(''minute''%') as rounded
                        from pg_attribute a
                        join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p', 'm')
                        join pg_namespace n on n.oid = t.relnamespace
                        where a.attnum > 0 and not a.attisdropped and t.relname <> 'flyway_schema_history'
                          and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'""")
                .query((row, n) -> new Column(row.getString("name"), row.getString("type"), row.getBoolean("rounded")))
                .list();
    }

    private static Map<String, Said> said() throws IOException {
        Map<String, Said> said = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
            var before = said.put(row.group(1), new Said(row.group(2), row.group(3), row.group(4)));
            assertThat(before).as(row.group(1) + " stands twice").isNull();
        });
        return said;
    }

    private static List<String> testFiles() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/test/java"));
                Stream<Path> scripts = Files.walk(Path.of("frontend"))) {
            return Stream.concat(java, scripts)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toList());
        }
    }
}
