package org.holdfast.requests.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.offers.OfferView;
import org.holdfast.requests.offers.Offers;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// One offer. Whatever is not open for this supporter reads "passed on", be it gone, another's or made up.
@Controller
class OfferController {

    private final Offers offers;
    private final Frames frames;
    private final Clock clock;

    OfferController(Offers offers, Frames frames, Clock clock) {
        this.offers = offers;
        this.frames = frames;
        this.clock = clock;
    }

    @Staff(Role.SUPPORTER)
    @GetMapping("/staff/{slug}/offers/{id}")
    Page offer(
            HttpServletRequest request,
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(defaultValue = "") String yesFrom) {
        Frame frame = frames.staff(request);
        StaffNav nav = StaffNav.of(frame, member, "offers");
        Optional<OfferView> offer = offers.find(member.id(), new OfferId(id));
        if (offer.isEmpty()) {
            return new Page("requests/offerGone", new GonePage(frame, nav), HttpStatus.NOT_FOUND);
        }
        Moments moments = Moments.of(frame, ProgramContext.current().zone(), clock);
        String error = "yesFrom".equals(refused) ? frame.t("requests.offer.later.bad") : null;
        Field from = new Field("yesFrom", frame.t("requests.offer.later.label"), yesFrom, error);
        return new Page(
                "requests/offer",
                new OfferPage(frame, nav, offer.get(), moments, from),
                error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
