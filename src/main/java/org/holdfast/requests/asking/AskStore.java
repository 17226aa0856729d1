package org.holdfast.requests.asking;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.notices.RingId;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.Ids;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.Secret;
import org.holdfast.shared.ServerKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// Keeps what was asked.
@Repository
class AskStore {

    /// No vowels, so that no code is a word; nothing that is taken for something else.
    private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";

    private static final SecureRandom CHANCE = new SecureRandom();

    /// The hot path: the program and the one statement travel together, in one trip. What is over the limit is kept
    /// all the same, parked. What stands already under this id (or, by chance, this code) is left alone.
    ///
    /// Both results have columns of fixed length: of a longer one the driver would not know whether the answer fits
    /// its buffer, and would send the two apart, each a transaction of its own; the second would have no program.
    // language=sql
    private static final String INSERT = """
            select set_config('holdfast.program', :programText, true) is not null;
            with limited as (
                select count(*) >= :limit as over
                from (select from requests.request
                      where door = 'SELF' and asked_at > :hourAgo limit :limit) as recent),
            asked as (
                insert into requests.request (program, id, code, channel, state, door, asked_at, how_soon, ways,
                    language, profession, specialty, sites, departments, topics, wish_profession, wish_gender,
                    wish_language, wish_department, wish_site, wish_organisation, wish_supporter, name_first, danger,
                    locator, secret_hash, memory, posted, ring_id, unseen_since, try_at, last_word_on)
                select :program, :id, :code, :channel, case when over then 'PARKED' else 'WAITING' end, 'SELF', :now,
                    :howSoon, cast(:ways as text[]), :language, :profession, :specialty, cast(:sites as uuid[]),
                    cast(:departments as uuid[]), cast(:topics as text[]), :wishProfession, :wishGender, :wishLanguage,
                    :wishDepartment, cast(:wishSite as uuid), cast(:wishOrganisation as uuid),
                    cast(:wishSupporter as uuid), :nameFirst, :danger, :locator, :secretHash, :memory, :posted,
                    cast(:ring as uuid), :now, case when over then null else :now end, :day
                from limited
                on conflict do nothing
                returning program, id, code, state),
            kept_note as (
                insert into requests.note (program, request_id, intake_number, envelope)
                select program, id, :intakeNumber, :note from asked),
            left_out as (
                insert into requests.not_proposed (program, request_id, supporter_id)
                select program, id, supporter from asked, unnest(cast(:ruledOut as uuid[])) as supporter)
            select cast(code as name) as code, state = 'PARKED' as parked from asked""";

    /// @param parked over the limit: waits until a coordinator releases it
    record Kept(String code, boolean parked) {}

    /// What stands under an id already.
    record Standing(Kept kept, Secret posted) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final ServerKey key;
    private final Clock clock;

    AskStore(NamedParameterJdbcTemplate jdbc, ServerKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /// Empty where something with this id, locator or code stands already.
    Optional<Kept> insert(Ask ask, int limit, @Nullable RingId ring) {
        return Optional.ofNullable(jdbc.execute(INSERT, parameters(ask, limit, ring), AskStore::run));
    }

    Optional<Standing> find(RequestId id) {
        return jdbc
                .query(
                        "select code, state = 'PARKED' as parked, coalesce(posted, '') as posted from requests.request where id = :id",
                        new MapSqlParameterSource("id", id.value()),
                        (row, n) -> new Standing(kept(row), new Secret(row.getBytes("posted"))))
                .stream()
                .findFirst();
    }

    private static @Nullable Kept run(PreparedStatement statement) throws SQLException {
        statement.execute(); // the first result is set_config's
        statement.getMoreResults();
        try (ResultSet row = statement.getResultSet()) {
            return row.next() ? kept(row) : null;
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getString("code"), row.getBoolean("parked"));
    }

    private MapSqlParameterSource parameters(Ask ask, int limit, @Nullable RingId ring) {
        Program program = ProgramContext.current();
        Instant now = clock.instant().truncatedTo(MINUTES);
        UUID id = ask.id().value();
        byte[] row = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        var wishes = ask.wishes();
        var about = ask.about();
        return new MapSqlParameterSource()
                .addValue("programText", program.id().toString())
                .addValue("program", program.id().value())
                .addValue("id", id)
                .addValue("code", code())
                .addValue("channel", Ids.random())
                .addValue("limit", limit)
                .addValue("hourAgo", at(now.minus(1, HOURS)))
                .addValue("now", at(now))
                .addValue("day", LocalDate.ofInstant(now, program.zone()))
                .addValue("howSoon", ask.howSoon().name())
                .addValue("ways", texts(ask.ways()))
                .addValue("language", ask.language())
                .addValue("profession", about.profession())
                .addValue("specialty", about.specialty())
                .addValue("sites", texts(about.sites()))
                .addValue("departments", texts(about.departments()))
                .addValue("topics", texts(about.topics()))
                .addValue("wishProfession", wishes.profession())
                .addValue("wishGender", wishes.gender())
                .addValue("wishLanguage", wishes.language())
                .addValue("wishDepartment", name(wishes.department()))
                .addValue("wishSite", wishes.site())
                .addValue("wishOrganisation", wishes.organisation())
                .addValue("wishSupporter", wishes.supporter())
                .addValue("nameFirst", ask.nameFirst())
                .addValue("danger", ask.danger())
                .addValue("locator", ask.locator().bytes())
                .addValue("secretHash", ask.secretHash().bytes())
                .addValue("memory", ask.memory().bytes())
                .addValue("posted", ask.posted().bytes())
                .addValue("ring", ring == null ? null : ring.value())
                .addValue("intakeNumber", ask.note().keyNumber())
                .addValue(
                        "note",
                        key.seal(ServerKey.Purpose.WAITING_NOTE, row, ask.note().bytes()))
                .addValue("ruledOut", texts(ask.ruledOut()));
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            code.append(ALPHABET.charAt(CHANCE.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
