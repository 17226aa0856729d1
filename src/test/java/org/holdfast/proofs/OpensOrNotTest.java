package org.holdfast.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.proofs.Doors.Who.AMARA;
import static org.holdfast.proofs.Doors.Who.BEN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.programs.people.People;
import org.holdfast.proofs.Doors.Who;
import org.holdfast.requests.Amara;
import org.holdfast.shared.jobs.RecurringJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The server's part of the table in docs/protocol.md, section 9: which envelope it hands to whom at which moment. At
/// each moment everybody reads every address there is; an envelope is handed to somebody where its bytes come back.
/// What each of them could open is the other part, tried cell by cell in `holders.test.ts`.
@HoldfastTest
class OpensOrNotTest {

    private static final Set<Who> NOBODY = EnumSet.noneOf(Who.class);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    People people;

    @Autowired
    RecurringJob offerSweep;

    @Autowired
    JdbcClient jdbc;

    private Cast.World world;
    private Amara amara;
    private ObjectNode wish;
    private final Map<Who, SignedInClient> staff = new EnumMap<>(Who.class);
    private final Map<String, String> envelopes = new LinkedHashMap<>();
    private String pairing = UUID.randomUUID().toString();

    @BeforeEach
    void amaraWrites() {
        world = cast.world();
        world.sign();
        Cast.World elsewhere = cast.elsewhere();
        for (Who who : List.of(BEN, Who.BEA, Who.CHLOE, Who.DANA)) {
            String name = who.name().charAt(0) + who.name().substring(1).toLowerCase(Locale.ROOT);
            staff.put(who, SignedInClient.as(world.member(name), sessions, port));
        }
        staff.put(Who.DEV, SignedInClient.as(elsewhere.member("Dev"), sessions, port));
        staff.put(Who.EVE, SignedInClient.eve(port));
        amara = new Amara(port, world.slug());
        wish = amara.wish().put("howSoon", "NOW");
        envelopes.put("note", wish.get("note").asString());
        envelopes.put("memory", wish.get("memory").asString());
        envelopes.put("copy", Amara.base64url(Cast.envelope(2, 1, 4662)));
        envelopes.put("opening", Amara.base64url(Cast.envelope(3, 1, 566)));
        envelopes.put("message from Ben", Amara.base64url(Cast.envelope(4, 1, 290)));
        envelopes.put("message from Amara", Amara.base64url(Cast.envelope(4, 1, 290)));
    }

    @Test
    void eachEnvelopeGoesToWhomItIsForAndToNobodyElse() {
        assertThat(amara.ask(wish).status()).isEqualTo(201);
        expect("waiting", NOBODY, NOBODY, NOBODY);
        assertThat(noteInDatabase()).as("a second layer lies round it").doesNotContain(envelopes.get("note"));

        offered();
        expect("offered", NOBODY, NOBODY, NOBODY);

        accept();
        expect("accepted", EnumSet.of(BEN), NOBODY, NOBODY);

        open();
        expect("opened", NOBODY, EnumSet.of(BEN), EnumSet.of(AMARA, BEN));

        staff.get(BEN).postJson(talk("/first-contact"), "{}");
        expect("contacted", NOBODY, EnumSet.of(BEN), EnumSet.of(AMARA, BEN));
        assertThat(noteInDatabase()).as("deleted").isEmpty();

        staff.get(BEN).postJson(talk("/ending"), "{}");
        expect("ended", NOBODY, EnumSet.of(BEN), EnumSet.of(AMARA, BEN));

        assertThat(amara.erase().status()).isEqualTo(204);
        assertThat(handedOut())
                .as("closed")
                .allSatisfy((envelope, who) -> assertThat(who).as(envelope).isEmpty());
        assertThat(rowsThatName(amara.request().value())).isEmpty();
    }

    @Test
    void aHeldYesHandsNothingOver() {
        wish.put("nameFirst", true);
        amara.ask(wish);
        offered();
        assertThat(staff.get(BEN).postJson(offer("/acceptance"), "{}").body()).contains("held");

        expect("held", NOBODY, NOBODY, NOBODY);
    }

    @Test
    void whoIsRemovedGetsNothingAnyMore() {
        amara.ask(wish);
        offered();
        accept();
        open();
        world.in(() -> people.remove(world.member("Dana"), world.member("Ben").id()));

        expect("removed", NOBODY, NOBODY, NOBODY);
        assertThat(noteInDatabase()).as("it waits again").isNotEmpty();
        assertThat(staff.get(BEN).get("/staff/" + world.slug()).statusCode()).isEqualTo(404);
    }

    /// @param copy and the opening's bytes for the supporter
    /// @param talk opening and messages
    private void expect(String moment, Set<Who> note, Set<Who> copy, Set<Who> talk) {
        Map<String, Set<Who>> expected = new LinkedHashMap<>();
        expected.put("note", note);
        expected.put("memory", EnumSet.of(AMARA));
        expected.put("copy", copy);
        expected.put("opening", talk);
        expected.put("message from Ben", talk);
        expected.put("message from Amara", talk);
        assertThat(handedOut()).as(moment).isEqualTo(expected);
    }

    private Map<String, Set<Who>> handedOut() {
        Map<String, Set<Who>> handed = new LinkedHashMap<>();
        envelopes.keySet().forEach(name -> handed.put(name, EnumSet.noneOf(Who.class)));
        String seen = amara.visit().body() + amara.get("/messages").body();
        note(handed, AMARA, seen);
        staff.forEach((who, client) -> Doors.all().keySet().stream()
                .filter(handler -> handler.startsWith("GET /staff/{slug}") && !handler.endsWith("/stream"))
                .map(handler -> filled(handler.substring("GET ".length())))
                .forEach(path -> note(
                        handed,
                        who,
                        client.get(path).body() + client.getJson(path).body())));
        return handed;
    }

    private void note(Map<String, Set<Who>> handed, Who who, String seen) {
        envelopes.forEach((name, bytes) -> {
            if (seen.contains(bytes)) {
                handed.get(name).add(who);
            }
        });
    }

    private String filled(String path) {
        return path.replace("{slug}", world.slug())
                .replace("{pairing}", pairing)
                .replace("{request}", amara.request().value().toString())
                .replace("{offer}", offerOf("Ben"))
                .replace("{member}", world.member("Bea").id().value().toString());
    }

    private void offered() {
        offerSweep.work().run();
        assertThat(offerOf("Ben")).isNotEmpty();
    }

    private void accept() {
        var answer = staff.get(BEN).postJson(offer("/acceptance"), "{}");
        pairing = new JsonMapper().readTree(answer.body()).get("pairing").asString();
    }

    /// Ben opens; both write. The opening goes with the copy in one step.
    private void open() {
        var opened = staff.get(BEN)
                .postJson(
                        talk("/opening"),
                        "{\"opening\":\"%s\",\"copy\":\"%s\"}"
                                .formatted(envelopes.get("opening"), envelopes.get("copy")));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        var written = staff.get(BEN)
                .postJson(
                        talk("/messages"),
                        "{\"sequence\":1,\"envelope\":\"%s\"}".formatted(envelopes.get("message from Ben")));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        var answered = amara.post(
                "/messages",
                Map.of("pairing", pairing, "sequence", 1, "envelope", envelopes.get("message from Amara")));
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    private String talk(String what) {
        return "/staff/" + world.slug() + "/talks/" + pairing + what;
    }

    private String offer(String what) {
        return "/staff/" + world.slug() + "/offers/" + offerOf("Ben") + what;
    }

    private String offerOf(String name) {
        return world.in(() -> jdbc.sql("select id from requests.offer where supporter_id = ?")
                .param(world.member(name).id().value())
                .query(String.class)
                .optional()
                .orElse(""));
    }

    private String noteInDatabase() {
        return world.in(() -> jdbc.sql("select envelope from requests.note where request_id = ?")
                .param(amara.request().value())
                .query(byte[].class)
                .optional()
                .map(Amara::base64url)
                .orElse(""));
    }

    /// Tables with a row that holds this id.
    private List<String> rowsThatName(UUID id) {
        return world.in(() -> jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                          and c.relname <> 'flyway_schema_history'""").query(String.class).list().stream()
                .filter(table -> jdbc.sql("select exists (select from " + table + " t where t::text like ?)")
                        .param("%" + id + "%")
                        .query(Boolean.class)
                        .single())
                .toList());
    }
}
