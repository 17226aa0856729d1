package org.holdfast.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.SignedInClient;
import org.holdfast.TestClock;
import org.holdfast.proofs.Doors.Who;
import org.holdfast.shared.ServerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every handler, every person, real ids and made-up ones: what somebody may not see answers 404, byte for byte as if
/// it did not exist.
@HoldfastTest
class RolesByHandlersTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /// Two renderings of the same page differ in these.
    private static final Pattern TOKEN = Pattern.compile("(?<=data-csrf=\"|name=\"_csrf\" value=\")[^\"]*");

    /// Where the container sends what failed: it shows nothing but that.
    private static final Set<String> ERROR_PAGE = Set.of("/error");

    /// What scripts fetch, not people.
    private static final Pattern DATA = Pattern.compile("^DELETE|/visit|/keys|/envelopes$|/messages$|/stream$");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    Cast cast;

    @Autowired
    ServerKey key;

    @Autowired
    TestClock clock;

    private Story story;
    private Instant before = Instant.EPOCH;
    private final Map<Who, SignedInClient> clients = new EnumMap<>(Who.class);

    private record Answer(int status, String type, String body) {}

    @BeforeEach
    void rememberTheTime() {
        before = clock.instant();
        tellTheStory();
    }

    private void tellTheStory() {
        story = new Story(cast, key, clock);
        for (Who who : Who.values()) {
            clients.put(who, client(who));
        }
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(before);
    }

    @Test
    void everyHandlerIsWrittenDown() {
        assertThat(handlers()).containsExactlyInAnyOrderElementsOf(Doors.all().keySet());
    }

    @TestFactory
    Stream<DynamicTest> whoeverMayNotSeeASignGetsNone() {
        return known().flatMap(handler -> Stream.of(Who.values())
                .filter(who -> !Doors.all().get(handler).who().contains(who))
                .map(who -> dynamicTest(who + " at " + handler, () -> getsNothing(who, handler))));
    }

    @TestFactory
    Stream<DynamicTest> whoeverMaySeeGetsIn() {
        return known().flatMap(handler -> Doors.all().get(handler).who().stream()
                .filter(who -> mayTry(who, handler))
                .map(who -> dynamicTest(who + " at " + handler, () -> {
                    tellTheStory();
                    assertThat(ask(who, handler, real()).status())
                            .isLessThan(500)
                            .isNotEqualTo(404);
                })));
    }

    /// Abel is where not all that Amara may do makes sense yet. Posting to the sign-in pages takes the token of a page.
    private static boolean mayTry(Who who, String handler) {
        boolean signedOut = Set.of(Who.AMARA, Who.ABEL, Who.EVE).contains(who);
        return !(who == Who.ABEL && handler.contains("/visit")) && !(signedOut && handler.startsWith("POST /staff/"));
    }

    /// Abel's words lead to nothing of Amara's.
    @TestFactory
    Stream<DynamicTest> wordsLeadToOnesOwnRequestAlone() {
        return known().filter(handler -> handler.startsWith("GET /p/{slug}/visit") && !handler.endsWith("stream"))
                .map(handler -> dynamicTest(
                        handler,
                        () -> assertThat(ask(Who.ABEL, handler, real()).body())
                                .doesNotContain(
                                        story.amara.code(),
                                        story.amara.request().toString(),
                                        story.pairing.toString(),
                                        Base64.getUrlEncoder().withoutPadding().encodeToString(story.message))));
    }

    private void getsNothing(Who who, String handler) {
        clock.forward(Duration.ofMinutes(2)); // wrong words are counted by the minute
        Answer real = ask(who, handler, real());
        assertThat(real.status()).isEqualTo(404);
        assertThat(real).as("made-up ids").isEqualTo(ask(who, handler, madeUp()));
        if (handler.startsWith("GET /staff/") && handler.indexOf('{') == handler.lastIndexOf('{')) {
            assertThat(real).as("no such page").isEqualTo(ask(who, handler, "/staff/{slug}/no/such/page", real()));
        }
        boolean noMember = Set.of(Who.AMARA, Who.ABEL, Who.DEV, Who.EVE).contains(who);
        if (noMember && handler.contains("/staff/{slug}")) {
            var elsewhere = new TreeMap<>(real());
            elsewhere.put("slug", "no-such-program");
            assertThat(real).as("no such program").isEqualTo(ask(who, handler, elsewhere));
        }
        if (handler.contains("/visit")) {
            assertThat(real).as("another's place with wrong words").isEqualTo(mistyped(handler));
        }
    }

    private Map<String, String> real() {
        return Map.of(
                "slug", story.world.slug(),
                "pairing", story.pairing.toString(),
                "offer", story.benOffer.toString(),
                "request", story.abel.request().toString(),
                "supporter", story.world.member("Bea").id().value().toString(),
                "member", story.world.member("Bea").id().value().toString(),
                "absence", story.benAbsence.toString(),
                "number", "1");
    }

    private Map<String, String> madeUp() {
        var madeUp = new TreeMap<>(real());
        madeUp.replaceAll((name, value) -> switch (name) {
            case "slug" -> value;
            case "number" -> "77";
            default -> UUID.randomUUID().toString();
        });
        return madeUp;
    }

    private Answer ask(Who who, String handler, Map<String, String> ids) {
        return ask(who, handler, path(handler), ids);
    }

    private Answer ask(Who who, String handler, String path, Map<String, String> ids) {
        Map<String, String> words = switch (who) {
            case AMARA -> story.amara.words();
            case ABEL -> story.abel.words();
            default -> Map.of();
        };
        return ask(clients.get(who), words, handler, path, ids);
    }

    /// The place of Amara's request, and a secret that is not hers.
    private Answer mistyped(String handler) {
        var words = new TreeMap<>(story.amara.words());
        words.put("Holdfast-Secret", Base64.getUrlEncoder().withoutPadding().encodeToString(Cast.bytes(32)));
        return ask(clients.get(Who.EVE), words, handler, path(handler), real());
    }

    private Answer ask(
            SignedInClient client, Map<String, String> words, String handler, String path, Map<String, String> ids) {
        String method = handler.replaceFirst(" .*", "");
        String address = path;
        String posted = Doors.all().get(handler).posted();
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
            posted = posted.replace("{" + id.getKey() + "}", id.getValue());
        }
        boolean json = posted.startsWith("{");
        var request = client.writing(address)
                .header(
                        "Accept",
                        json || DATA.matcher(handler).find() ? "application/json, text/event-stream" : "text/html")
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
        words.forEach(request::header);
        request.method(method, method.equals("POST") ? BodyPublishers.ofString(posted) : BodyPublishers.noBody());
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                boolean endless = type(answer).startsWith("text/event-stream");
                String text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(
                        answer.statusCode(), type(answer), TOKEN.matcher(text).replaceAll(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private SignedInClient client(Who who) {
        return switch (who) {
            case BEN -> signedIn(story.world, "Ben");
            case BEA -> signedIn(story.world, "Bea");
            case CHLOE -> signedIn(story.world, "Chloe");
            case DANA -> signedIn(story.world, "Dana");
            case DEV -> signedIn(story.elsewhere, "Dev");
            case AMARA, ABEL, EVE -> SignedInClient.eve(port);
        };
    }

    private SignedInClient signedIn(Cast.World world, String name) {
        return SignedInClient.as(world.member(name), sessions, port);
    }

    private Stream<String> known() {
        return handlers().stream().filter(Doors.all()::containsKey).toList().stream();
    }

    /// Each handler as `METHOD /path`; ids are named after what they are the id of.
    private Set<String> handlers() {
        Set<String> handlers = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.holdfast")
                    && !ERROR_PAGE.equals(mapping.getPatternValues())) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (String path : mapping.getPatternValues()) {
                    for (String method : methods.isEmpty()
                            ? List.of("ANY")
                            : methods.stream().map(Enum::name).toList()) {
                        handlers.add(method + " " + named(path));
                    }
                }
            }
        });
        return handlers;
    }

    private static String path(String handler) {
        return handler.replaceFirst(".* ", "");
    }

    private static String named(String path) {
        return path.replace("/offers/{id}", "/offers/{offer}").replace("/board/{id}", "/board/{request}");
    }
}
