package org.holdfast.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.holdfast.shared.Limit;
import org.holdfast.shared.Secret;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Sign-in with a code by mail. What a page says never depends on whether an address is somebody's.
@Controller
class SignInController {

    private static final String BROWSER = "browser";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+|[^\\s@]{1,64}@localhost");

    private final SignInCodes codes;
    private final Frames frames;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    SignInController(SignInCodes codes, Frames frames, Clock clock) {
        this.codes = codes;
        this.frames = frames;
        this.clock = clock;
    }

    @Open
    @GetMapping("/staff/sign-in")
    Page signIn(HttpServletRequest request) {
        return address(request, "", null);
    }

    @Open
    @PostMapping("/staff/sign-in")
    Object ask(HttpServletRequest request, @RequestParam(defaultValue = "") String email) {
        if (email.length() > Limit.MAIL_ADDRESS.number()
                || !ADDRESS.matcher(email.strip()).matches()) {
            return address(request, email, "accounts.signIn.email.refused");
        }
        byte[] browser = new byte[32];
        chance.nextBytes(browser);
        request.getSession(true)
                .setAttribute(BROWSER, Base64.getUrlEncoder().withoutPadding().encodeToString(browser));
        codes.ask(email, new Secret(browser));
        return to("/staff/code");
    }

    @Open
    @GetMapping("/staff/code")
    Object code(HttpServletRequest request) {
        return browser(request).isEmpty() ? to("/staff/sign-in") : code(request, null);
    }

    @Open
    @PostMapping("/staff/code")
    Object use(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        Optional<Secret> browser = browser(request);
        if (browser.isEmpty()) {
            return to("/staff/sign-in");
        }
        String digits = code.replaceAll("[\\s-]", "");
        Optional<AccountId> account =
                digits.length() == Limit.SIGN_IN_DIGITS.number() ? codes.use(browser.get(), digits) : Optional.empty();
        if (account.isEmpty()) {
            return code(request, "accounts.code.code.refused");
        }
        StaffSessions.begin(request, account.get(), clock.instant());
        return to("/staff");
    }

    private Page address(HttpServletRequest request, String typed, @Nullable String refusal) {
        return page("accounts/signIn", request, "email", "accounts.signIn.email", typed, refusal);
    }

    private Page code(HttpServletRequest request, @Nullable String refusal) {
        return page("accounts/code", request, "code", "accounts.code.code", "", refusal);
    }

    private Page page(
            String template, HttpServletRequest request, String name, String label, String typed, @Nullable String no) {
        Frame frame = frames.staff(request);
        var page = new SignInPage(frame, new Field(name, frame.t(label), typed, no == null ? null : frame.t(no)));
        return no == null ? new Page(template, page) : Page.refused(template, page);
    }

    private static Optional<Secret> browser(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(BROWSER) instanceof String text
                ? Optional.of(new Secret(Base64.getUrlDecoder().decode(text)))
                : Optional.empty();
    }

    private static RedirectView to(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
