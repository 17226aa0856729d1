package org.holdfast.requests.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.holdfast.programs.Member;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.board.Homes;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a member finds first.
@Controller
class HomeController {

    private final Homes homes;
    private final Frames frames;
    private final Clock clock;

    HomeController(Homes homes, Frames frames, Clock clock) {
        this.homes = homes;
        this.frames = frames;
        this.clock = clock;
    }

    @Staff
    @GetMapping("/staff/{slug}")
    Page home(HttpServletRequest request, Member member, @RequestParam(required = false) @Nullable String said) {
        Frame frame = frames.staff(request);
        return new Page(
                "requests/home",
                new HomePage(
                        frame,
                        StaffNav.of(frame, member, ""),
                        member.name(),
                        homes.of(member),
                        Moments.of(frame, ProgramContext.current().zone(), clock),
                        Said.key(frame, "requests.home.said", said)));
    }
}
