package org.holdfast.programs.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.Member;
import org.holdfast.programs.Members;
import org.holdfast.programs.Programs;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Frames;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds the program from the address. For staff pages only after the membership check; whoever is no member sees what
/// a made-up address shows.
@Component
class ProgramFilter extends OncePerRequestFilter {

    static final String MEMBER = "holdfast.member";

    private static final Pattern ADDRESS = Pattern.compile("/(p|staff)/([a-z0-9-]+)(?:/.*)?");

    /// Pages of the installation below /staff, which are no program.
    private static final Set<String> RESERVED = Set.of("sign-in", "sign-out", "code", "demo");

    private final Programs programs;
    private final Members members;

    ProgramFilter(Programs programs, Members members) {
        this.programs = programs;
        this.members = members;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches() || RESERVED.contains(address.group(2))) {
            chain.doFilter(request, response);
            return;
        }
        boolean staff = address.group(1).equals("staff");
        Optional<Program> program = programs.bySlug(address.group(2));
        Optional<AccountId> account = staff ? signedIn() : Optional.empty();
        if (program.isEmpty() || (staff && account.isEmpty())) {
            chain.doFilter(request, response); // no program at hand: every handler answers 404
            return;
        }
        Optional<Member> member =
                account.flatMap(id -> ProgramContext.call(program.get(), () -> members.ofAccount(id)));
        if (staff && member.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        member.ifPresent(found -> {
            request.setAttribute(MEMBER, found);
            request.setAttribute(Frames.LANGUAGE, found.language());
        });
        within(program.get(), request, response, chain);
    }

    private static void within(
            Program program, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ProgramContext.<Boolean, Exception>call(program, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<AccountId> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountId id
                ? Optional.of(id)
                : Optional.empty();
    }
}
