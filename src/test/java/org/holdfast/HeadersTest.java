package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@HoldfastTest
class HeadersTest {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Test
    void aSeekersPageSetsNoCookieAndIsKeptNowhere() {
        var answer = SignedInClient.eve(port).get("/p/" + cast.world().slug());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void nothingInAPageMayTurnTextIntoMarkupOrCode() {
        var policy = SignedInClient.eve(port)
                .get("/nowhere")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "trusted-types 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void theStaffCookieStaysOnStaffPages() {
        var answer = SignedInClient.eve(port).get("/staff/sign-in");

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("Path=/staff", "HttpOnly", "SameSite=Strict"));
    }

    @Test
    void whatIsNotThereAndWhatOneMayNotSeeLookTheSame() {
        var world = cast.world();
        var dev = SignedInClient.as(cast.elsewhere().member("Dev"), sessions, port);

        var hidden = dev.get("/staff/" + world.slug() + "/board");
        var madeUp = dev.get("/staff/no-such-place/board");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(madeUp.body());
    }
}
