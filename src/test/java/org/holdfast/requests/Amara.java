package org.holdfast.requests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.Cast;
import org.holdfast.shared.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Amara asks: what her browser would send, with envelopes of chance. No cookie, no account.
public final class Amara {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger HOUSES = new AtomicInteger();

    /// She asks from home: wrong tries of one test are not held against another.
    private final HttpClient http = HttpClient.newBuilder().localAddress(home()).build();

    private final int port;
    private final String slug;
    private final byte[] locator;
    private final byte[] secret;
    private final UUID id;

    public Amara(int port, String slug) {
        this(port, slug, Cast.bytes(16), Cast.bytes(32), UUID.randomUUID());
    }

    private Amara(int port, String slug, byte[] locator, byte[] secret, UUID id) {
        this.port = port;
        this.slug = slug;
        this.locator = locator;
        this.secret = secret;
        this.id = id;
    }

    /// The same words, tried in another program.
    public Amara at(String otherSlug) {
        return new Amara(port, otherSlug, locator, secret, id);
    }

    public RequestId request() {
        return new RequestId(id);
    }

    /// The shortest way: how soon, here only, send.
    public ObjectNode wish() {
        ObjectNode wish = JSON.createObjectNode();
        wish.put("id", id.toString());
        wish.put("locator", base64url(locator));
        wish.put("secretHash", base64url(new Secret(secret).hash()));
        wish.put("memory", base64url(Cast.envelope(8, 0, 290)));
        wish.put("note", base64url(Cast.envelope(1, 1, 4150)));
        wish.put("intakeNumber", 1);
        wish.put("howSoon", "TODAY");
        wish.putArray("ways").add("HERE");
        wish.put("language", "en");
        return wish;
    }

    public Answer ask() {
        return ask(wish());
    }

    public Answer ask(JsonNode wish) {
        return send(request("/requests").POST(HttpRequest.BodyPublishers.ofString(wish.toString())));
    }

    public Answer ask(String raw) {
        return send(request("/requests").POST(HttpRequest.BodyPublishers.ofString(raw)));
    }

    public Answer visit() {
        return get("");
    }

    public Answer get(String path) {
        return send(words(request("/visit" + path), locator, secret));
    }

    /// The document she opens.
    public String page() {
        return send(request("").setHeader("Accept", "text/html")).body();
    }

    /// Her page listens for news.
    public InputStream stream() throws IOException, InterruptedException {
        var request = words(request("/visit/stream").setHeader("Accept", "text/event-stream"), locator, secret);
        return http.send(request.build(), BodyHandlers.ofInputStream()).body();
    }

    public Answer post(String path, Object body) {
        return send(words(request("/visit" + path), locator, secret)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer post(String path) {
        return post(path, JSON.createObjectNode());
    }

    public Answer erase() {
        return send(words(request("/visit"), locator, secret).DELETE());
    }

    /// Tries other words: the right locator with a wrong secret, or nothing that anybody has.
    public Answer mistype(boolean rightLocator) {
        return send(words(request("/visit"), rightLocator ? locator : Cast.bytes(16), Cast.bytes(32)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/p/" + slug + path))
                .header("Origin", "http://127.0.0.1:" + port)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder words(HttpRequest.Builder request, byte[] locator, byte[] secret) {
        return request.header("Holdfast-Locator", base64url(locator)).header("Holdfast-Secret", base64url(secret));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What the server keeps that could be known again.
    public List<byte[]> traces() {
        return List.of(locator, new Secret(secret).hash());
    }

    private static InetAddress home() {
        int house = HOUSES.incrementAndGet();
        return InetAddress.ofLiteral("127.7." + (house / 250 % 250) + "." + (house % 250 + 1));
    }

    public static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String body() {
            return response.body();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
