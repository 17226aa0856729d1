package org.holdfast.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.OneClickSignIn;
import org.holdfast.accounts.StaffKey;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.notices.DemoMailbox;
import org.holdfast.programs.Programs;
import org.holdfast.programs.Role;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.view.RedirectView;

/// The demo's cast. The pages live below /staff, for the cookie of the one click travels there alone.
@Controller
@ConditionalOnBooleanProperty("holdfast.demo")
class DemoController {

    private final CastList cast;
    private final Passphrases passphrases;
    private final StaffKeys keys;
    private final OneClickSignIn signIn;
    private final HeldRequests held;
    private final Programs programs;
    private final DemoMailbox mailbox;
    private final Frames frames;

    DemoController(
            CastList cast,
            Passphrases passphrases,
            StaffKeys keys,
            OneClickSignIn signIn,
            HeldRequests held,
            Programs programs,
            DemoMailbox mailbox,
            Frames frames) {
        this.cast = cast;
        this.passphrases = passphrases;
        this.keys = keys;
        this.signIn = signIn;
        this.held = held;
        this.programs = programs;
        this.mailbox = mailbox;
        this.frames = frames;
    }

    /// What the browser needs to open the key of whom it just became.
    ///
    /// @param publicKey and `wrapped`: base64url
    record Unlock(
            String program,
            String slug,
            String account,
            int keyNumber,
            String publicKey,
            String wrapped,
            String passphrase) {}

    @Open
    @GetMapping("/demo")
    RedirectView demo() {
        RedirectView view = new RedirectView("/staff/demo");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    @Open
    @GetMapping("/staff/demo")
    Page cast(HttpServletRequest request) {
        Map<String, String> news = held.news();
        List<CastPage.Group> groups = cast.hospitals().stream()
                .map(hospital -> new CastPage.Group(
                        hospital.name(),
                        hospital.people().stream()
                                .map(person -> person(person, news.get(CastList.mail(hospital, person))))
                                .toList()))
                .toList();
        String slug = cast.hospitals().getFirst().slug();
        return new Page(
                "demo/cast",
                new CastPage(frames.staff(request), "/p/" + slug + "#k=" + held.fingerprint(slug), groups, held.all()));
    }

    @Open
    @PostMapping("/staff/demo/sign-in/{who}")
    @ResponseBody
    Unlock become(@PathVariable String who, HttpServletRequest request) {
        CastList.Part part = cast.find(who).orElseThrow(NotFound::new);
        AccountId account = cast.open(part.hospital(), part.person());
        StaffKey key = keys.find(account, 1).orElseThrow(NotFound::new);
        signIn.begin(request, account);
        String slug = part.hospital().slug();
        return new Unlock(
                programs.bySlug(slug).orElseThrow(NotFound::new).id().toString(),
                slug,
                account.value().toString(),
                key.number(),
                key.publicKey().base64url(),
                key.wrapped().base64url(),
                passphrases.of(who).orElseThrow(NotFound::new).text());
    }

    @Open
    @GetMapping("/demo/mail")
    Page mail(HttpServletRequest request) {
        return new Page("demo/mail", new MailPage(frames.staff(request), mailbox.mails()));
    }

    private static CastPage.Person person(Hospital.Person person, @Nullable String news) {
        Role first = person.roles().getFirst();
        String what = person.isDeputy(first) ? "deputy" : first.name().toLowerCase(Locale.ROOT);
        return new CastPage.Person(person.who(), person.name(), "demo.cast." + what, news);
    }
}
