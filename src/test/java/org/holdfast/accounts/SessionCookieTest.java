package org.holdfast.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The proxy ends TLS and asks us by plain HTTP.
class SessionCookieTest {

    @Test
    void behindATlsProxyTheSessionNeverTravelsInTheClear() {
        assertThat(cookie("https://home.example")).contains("Secure");
        assertThat(cookie("http://localhost:8080")).doesNotContain("Secure");
    }

    private static String cookie(String home) {
        DefaultCookieSerializer serializer = new DefaultCookieSerializer();
        new SecurityChains().sessionCookie(URI.create(home)).customize(serializer);
        var response = new MockHttpServletResponse();
        serializer.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "one"));
        return String.valueOf(response.getHeader("Set-Cookie"));
    }
}
