package org.holdfast.requests.closing;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.requests.Amara;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.Scene;
import org.holdfast.shared.HoldfastSettings;
import org.holdfast.shared.jobs.RecurringJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@HoldfastTest
class ClosingTest {

    @Autowired
    Cast cast;

    @Autowired
    Scene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    HoldfastSettings settings;

    @Autowired
    ErasureFile erasures;

    @Autowired
    Closing closing;

    @Autowired
    @Qualifier("closeEnded")
    RecurringJob closeEnded;

    @Autowired
    @Qualifier("dropNotes")
    RecurringJob dropNotes;

    @LocalServerPort
    int port;

    Cast.World world;
    Amara amara;

    @BeforeEach
    void setTheScene() {
        world = cast.world();
        amara = new Amara(port, world.slug());
    }

    @Test
    void erasingLeavesNoRowThatCarriesTheRequest() {
        ObjectNode wish = amara.wish();
        wish.putArray("ruledOut").add(world.member("Bea").id().value().toString());
        wish.putObject("notify").put("address", "amara@home.example");
        amara.ask(wish);
        PairingId pairing = scene.talking(world, amara.request(), "Ben");
        amara.post(
                "/messages",
                Map.of(
                        "pairing",
                        pairing.value(),
                        "sequence",
                        1,
                        "envelope",
                        Amara.base64url(Cast.envelope(4, 1, 290))));
        UUID ring = world.in(() -> jdbc.sql("select ring_id from requests.request where id = ?")
                .param(amara.request().value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single());
        String channel = world.in(() -> jdbc.sql("select channel::text from requests.request where id = ?")
                .param(amara.request().value())
                .query(String.class)
                .single());
        List<String> traces = List.of(
                amara.request().value().toString(),
                pairing.value().toString(),
                ring.toString(),
                channel,
                HexFormat.of().formatHex(amara.traces().get(0)),
                HexFormat.of().formatHex(amara.traces().get(1)));
        assertThat(rowsWith(traces)).as("before").isGreaterThan(5);

        assertThat(amara.erase().status()).isEqualTo(204);

        assertThat(rowsWith(traces)).isZero();
        assertThat(amara.visit().status()).isEqualTo(404);
        assertThat(amara.visit().body()).isEqualTo("{\"state\":\"unknown\"}");
    }

    @Test
    void theErasureIsOnDiskBeforeItIsAcknowledged() throws IOException {
        amara.ask();

        amara.erase();

        String line = Files.readAllLines(settings.erasureFile()).getLast();
        assertThat(line).matches("\\d{4}-\\d\\d-\\d\\d [A-Za-z0-9_-]{43}").endsWith(erasures.hash(amara.request()));
        assertThat(line).doesNotContain(amara.request().value().toString());
    }

    @Test
    void whereTheErasureCannotBeWrittenNothingIsErased() throws IOException {
        amara.ask();
        var file = settings.erasureFile();
        var kept = file.resolveSibling("erasures.kept");
        if (Files.exists(file)) {
            Files.move(file, kept);
        }
        Files.createDirectory(file); // nobody can append to a folder
        try {
            assertThat(amara.erase().status()).isEqualTo(500);
        } finally {
            Files.delete(file);
            if (Files.exists(kept)) {
                Files.move(kept, file);
            }
        }
        assertThat(amara.visit().status()).isEqualTo(200);
    }

    @Test
    void aLineThatWasCutShortTakesNoErasureWithIt() throws IOException {
        amara.ask();
        Files.writeString(settings.erasureFile(), "2026-01-0", CREATE, APPEND);

        amara.erase();
        erasures.dropBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));

        assertThat(Files.readAllLines(settings.erasureFile()))
                .anyMatch(line -> line.endsWith(" " + erasures.hash(amara.request())))
                .doesNotContain("2026-01-0");
    }

    @Test
    void linesOfErasuresGoWhenNoBackupHoldsTheRequestAnyMore() throws IOException {
        amara.ask();
        amara.erase();
        String hash = erasures.hash(amara.request());
        var today =
                java.time.LocalDate.ofInstant(clock.instant(), world.program().zone());

        erasures.dropBefore(today);
        assertThat(Files.readString(settings.erasureFile())).contains(hash);

        erasures.dropBefore(today.plusDays(1));
        assertThat(Files.readString(settings.erasureFile())).doesNotContain(hash);
    }

    @Test
    void whatTheSupporterTalliedGoesIntoTheBox() {
        amara.ask();
        scene.talking(world, amara.request(), "Ben");
        world.sql("""
                insert into requests.tally
                    (program, request_id, profession, topic, channel, minutes, contacts, outcome)
                values (:program, :id, 'nurse', 'GRIEF', 'CALL', 'TO_60', 'TWO', 'HANDED_OFF_EAP')""", Map.of("id", amara.request().value()));

        amara.erase();

        assertThat(box()).containsExactly("SELF nurse GRIEF CALL TO_60 TWO HANDED_OFF_EAP t");
    }

    @Test
    void withoutATallyThePrefilledCodesGoInUnconfirmed() {
        ObjectNode wish = amara.wish();
        wish.put("profession", "rn");
        wish.putArray("topics").add("SLEEP").add("MONEY");
        wish.putArray("ways").add("VIDEO");
        amara.ask(wish);
        scene.talking(world, amara.request(), "Ben");
        amara.erase();
        Amara nobodyYet = new Amara(port, world.slug());
        nobodyYet.ask();
        nobodyYet.erase();

        assertThat(box())
                .containsExactlyInAnyOrder(
                        "SELF nurse SLEEP VIDEO TO_30 ONE TALKED f", "SELF unknown unknown NONE NONE NONE WITHDRAWN f");
    }

    @Test
    void anEndedRequestMayBeOpenedAgainAndClosesAfterSevenDays() {
        amara.ask();
        scene.talking(world, amara.request(), "Ben");

        assertThat(amara.post("/ending").status()).isEqualTo(204);
        assertThat(amara.visit().json().path("state").stringValue()).isEqualTo("ENDED");
        assertThat(amara.post("/reopening").status()).isEqualTo(204);
        assertThat(amara.visit().json().path("state").stringValue()).isEqualTo("TALKING");
        assertThat(amara.visit().json().path("closeAt").isNull()).isTrue();

        amara.post("/ending");
        clock.forward(Duration.ofDays(7).minusMinutes(2));
        closeEnded.run();
        assertThat(amara.visit().status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(3));
        closeEnded.run();
        assertThat(amara.visit().status()).isEqualTo(404);
    }

    @Test
    void endedWhileLookingIsLookedForAgainWhenOpened() {
        amara.ask();
        scene.held(world, amara.request(), "Ben");
        amara.post("/ending");
        assertThat(scene.count(world, "requests.offer", Map.of())).isZero();

        amara.post("/reopening");

        assertThat(amara.visit().json().path("state").stringValue()).isEqualTo("WAITING");
        assertThat(scene.count(world, "requests.request where try_at is not null", Map.of()))
                .isOne();
    }

    @Test
    void endingTwiceIsEndingOnce() {
        amara.ask();

        assertThat(amara.post("/ending").status()).isEqualTo(204);
        clock.forward(Duration.ofDays(1));
        String closeAt = amara.visit().json().path("closeAt").stringValue();
        assertThat(amara.post("/ending").status()).isEqualTo(204);

        assertThat(amara.visit().json().path("closeAt").stringValue()).isEqualTo(closeAt);
    }

    @Test
    void oneFollowUpOutlivesTheRequestAndLeadsNowhere() {
        ObjectNode wish = amara.wish();
        wish.putObject("notify").put("address", "amara@home.example");
        amara.ask(wish);
        Map<String, ?> body = Map.of("address", "later@home.example", "weeks", 4);
        assertThat(amara.post("/follow-up", body).status()).isEqualTo(409);
        amara.post("/ending");
        assertThat(amara.post("/follow-up", Map.of("address", "nothing", "weeks", 4))
                        .status())
                .isEqualTo(422);

        assertThat(amara.post("/follow-up", body).status()).isEqualTo(204);
        assertThat(amara.post("/follow-up", body).status()).isEqualTo(204);
        amara.erase();

        assertThat(scene.count(world, "notices.notice where wording = 'FOLLOW_UP'", Map.of()))
                .isOne();
        assertThat(scene.count(world, "notices.ring", Map.of()))
                .as("her other address is gone")
                .isOne();
    }

    @Test
    void closingTwiceIsNotThere() {
        amara.ask();
        amara.erase();

        assertThat(world.in(() -> closing.close(amara.request()))).isFalse();
    }

    @Test
    void theIntakeCopyGoesAtItsTimeAndARetiredKeyWithItsLastNote() {
        amara.ask();
        world.sql("update programs.intake_key set retired_on = '2026-11-01' where program = :program", Map.of());
        world.sql(
                "update requests.note set drop_at = :at where request_id = :id",
                Map.of(
                        "id", amara.request().value(),
                        "at", clock.instant().plusSeconds(3600).atOffset(java.time.ZoneOffset.UTC)));
        dropNotes.run();
        assertThat(scene.count(world, "requests.note", Map.of())).isOne();

        clock.forward(Duration.ofMinutes(61));
        dropNotes.run();

        assertThat(scene.count(world, "requests.note", Map.of())).isZero();
        assertThat(scene.count(world, "programs.intake_key", Map.of())).isZero();
    }

    /// Searches every column of every table of every schema of ours.
    private int rowsWith(List<String> traces) {
        return world.in(() -> {
            int found = 0;
            List<String> tables =
                    jdbc.sql("""
                            select quote_ident(table_schema) || '.' || quote_ident(table_name)
                            from information_schema.tables
                            where table_type = 'BASE TABLE'
                              and table_schema not in ('pg_catalog', 'information_schema')
                              and table_name <> 'flyway_schema_history'""").query((row, n) -> row.getString(1)).list();
            assertThat(tables).hasSizeGreaterThan(25);
            for (String table : tables) {
                for (String trace : traces) {
                    found += jdbc.sql("select count(*) from " + table
                                    + " as one where position(:trace in to_jsonb(one)::text) > 0")
                            .param("trace", trace)
                            .query(Integer.class)
                            .single();
                }
            }
            return found;
        });
    }

    private List<String> box() {
        return world.in(() -> jdbc.sql("""
                        select concat_ws(' ', door, profession, topic, channel, minutes, contacts, outcome, confirmed)
                        from encounters.box""").query((row, n) -> row.getString(1)).list());
    }
}
