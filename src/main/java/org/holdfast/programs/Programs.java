package org.holdfast.programs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.shared.Program;
import org.holdfast.shared.Program.CrisisLine;
import org.holdfast.shared.Program.LineKind;
import org.holdfast.shared.Program.LocalText;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ProgramId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The directory of programs. What every page needs of its program is kept in memory for a short while.
@Component
public class Programs {

    private static final Duration KEEP = Duration.ofSeconds(20);

    private record Kept(Program program, Instant until) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Programs(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Program> bySlug(String slug) {
        Kept found = kept.get(slug);
        Instant now = clock.instant();
        if (found != null && now.isBefore(found.until())) {
            return Optional.of(found.program());
        }
        Optional<Program> read = read("where slug = :value", slug).stream().findFirst();
        read.ifPresent(program -> kept.put(slug, new Kept(program, now.plus(KEEP))));
        return read;
    }

    public Optional<Program> byId(ProgramId id) {
        return read("where id = cast(:value as uuid)", id.toString()).stream().findFirst();
    }

    /// All programs of this installation, for workers that look after one program at a time.
    public List<Program> all() {
        return read("where :value = ''", "");
    }

    /// Forgets what is kept in memory, after a program was made or changed.
    public void refresh() {
        kept.clear();
    }

    private List<Program> read(String where, String value) {
        List<Program> bare = jdbc.sql("select id, slug, name, operator, zone, country, demo, word_en, word_es"
                        + " from programs.program " + where + " order by slug")
                .param("value", value)
                .query((row, n) -> new Program(
                        new ProgramId(row.getObject("id", UUID.class)),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("operator"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("country"),
                        row.getBoolean("demo"),
                        new LocalText(row.getString("word_en"), row.getString("word_es")),
                        List.of()))
                .list();
        return bare.stream().map(this::withLines).toList();
    }

    private Program withLines(Program bare) {
        List<CrisisLine> lines = ProgramContext.call(
                bare,
                () -> transaction.execute(status -> jdbc.sql("""
                                select kind, name_en, name_es, call, text_to from programs.crisis_line
                                order by position""")
                        .query((row, n) -> new CrisisLine(
                                LineKind.valueOf(row.getString("kind")),
                                new LocalText(row.getString("name_en"), row.getString("name_es")),
                                row.getString("call"),
                                row.getString("text_to")))
                        .list()));
        return new Program(
                bare.id(),
                bare.slug(),
                bare.name(),
                bare.operator(),
                bare.zone(),
                bare.country(),
                bare.demo(),
                bare.wordForSupporter(),
                lines == null ? List.of() : lines);
    }
}
