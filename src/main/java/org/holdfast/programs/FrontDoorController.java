package org.holdfast.programs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.holdfast.shared.HoldfastSettings;
import org.holdfast.shared.Program;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/// The bare address: leads to the one program there is. Where there are several it names none, they know nothing of one
/// another; where there is none it says so.
@Controller
class FrontDoorController {

    private final Programs programs;
    private final Frames frames;
    private final HoldfastSettings settings;

    FrontDoorController(Programs programs, Frames frames, HoldfastSettings settings) {
        this.programs = programs;
        this.frames = frames;
        this.settings = settings;
    }

    @Open
    @GetMapping("/")
    Object frontDoor(HttpServletRequest request) {
        if (settings.demo()) {
            return to("/demo");
        }
        List<Program> all = programs.all();
        return all.size() == 1
                ? to("/p/" + all.getFirst().slug())
                : new Page("programs/frontDoor", new FrontDoorPage(frames.seeker(request), all.isEmpty()));
    }

    private static RedirectView to(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
