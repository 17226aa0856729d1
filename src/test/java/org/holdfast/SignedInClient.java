package org.holdfast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.programs.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// A real HTTP client that is signed in as somebody, without going through the mailed code. Nobody: Eve.
public final class SignedInClient {

    private static final String CSRF = "0123456789abcdef0123456789abcdef";

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private final @Nullable String cookie;

    private SignedInClient(int port, @Nullable String cookie) {
        this.base = "http://localhost:" + port;
        this.cookie = cookie;
    }

    public static SignedInClient eve(int port) {
        return new SignedInClient(port, null);
    }

    public static <S extends Session> SignedInClient as(Member member, SessionRepository<S> sessions, int port) {
        S session = sessions.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                member.account().value().toString());
        // so that it outlives whatever a test does with the clock
        session.setAttribute("since", Instant.parse("2100-01-01T00:00:00Z").toEpochMilli());
        session.setAttribute(
                HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN",
                new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", CSRF));
        sessions.save(session);
        String id = Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
        return new SignedInClient(port, "s=" + id);
    }

    /// The value of the session's cookie `s`, for a browser of one's own.
    public String session() {
        return cookie == null ? "" : cookie.substring(2);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> getJson(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(writing(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send(writing(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// A request with the origin and token of a page, to be given a method and a body.
    public HttpRequest.Builder writing(String path) {
        return request(path).header("Origin", base).header("X-CSRF-TOKEN", maskedToken());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Spring masks its token with as many bytes of chance; zeros are as good as any here.
    private static String maskedToken() {
        byte[] token = CSRF.getBytes(StandardCharsets.UTF_8);
        byte[] masked = Arrays.copyOf(new byte[token.length], token.length * 2);
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
