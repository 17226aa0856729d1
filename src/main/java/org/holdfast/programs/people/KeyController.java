package org.holdfast.programs.people;

import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.programs.Member;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of one's own staff key. The same for everybody: what it shows is found out in the browser.
@Controller
class KeyController {

    private final Frames frames;

    KeyController(Frames frames) {
        this.frames = frames;
    }

    @Staff
    @GetMapping("/staff/{slug}/key")
    Page key(HttpServletRequest request, Member member) {
        Frame frame = frames.staff(request);
        return new Page("programs/key", new KeyPage(frame, StaffNav.of(frame, member, "key")));
    }
}
