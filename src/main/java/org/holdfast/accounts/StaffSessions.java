package org.holdfast.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.shared.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sessions of staff. A session holds who signed in and when, as text, and no more; idle ones end by Spring Session's
/// own clock, every one ends after a working day.
final class StaffSessions extends OncePerRequestFilter {

    /// Spring Session keeps it as `principal_name`, so that all sessions of a person can be ended.
    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    static final String SINCE = "since";

    private final Clock clock;

    StaffSessions(Clock clock) {
        this.clock = clock;
    }

    /// Who is signed in, on the page at hand.
    static Optional<AccountId> signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof AccountId id ? Optional.of(id) : Optional.empty();
    }

    /// Nothing of the session before sign-in lives on, neither its id nor Spring's token: whoever knew them knows
    /// nothing now.
    static void begin(HttpServletRequest request, AccountId account, Instant now) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.value().toString());
        session.setAttribute(SINCE, now.toEpochMilli());
    }

    static void end(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ACCOUNT) instanceof String account) {
            if (old(session.getAttribute(SINCE))) {
                end(request);
            } else {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new AccountId(UUID.fromString(account)), null, List.of()));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean old(@Nullable Object since) {
        Duration most = Duration.ofHours(Limit.STAFF_SESSION_HOURS.number());
        return !(since instanceof Long millis)
                || !clock.instant().isBefore(Instant.ofEpochMilli(millis).plus(most));
    }
}
