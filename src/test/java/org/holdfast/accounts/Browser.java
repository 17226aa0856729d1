package org.holdfast.accounts;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without scripts: keeps cookies and sends a form's token back.
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;

    Browser(int port) {
        base = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html"));
    }

    /// Opens a page and sends its form.
    HttpResponse<String> send(String page, String action, Map<String, String> fields) {
        var token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        String body = "_csrf=" + encode(csrf)
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining());
        return send(HttpRequest.newBuilder(URI.create(base + action))
                .header("Accept", "text/html")
                .header("Origin", base)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// The session cookie as the browser has it now.
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("s"))
                .map(Object::toString)
                .collect(Collectors.joining());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
