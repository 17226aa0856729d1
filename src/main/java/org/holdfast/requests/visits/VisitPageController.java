package org.holdfast.requests.visits;

import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The one document in which somebody asks, comes back and talks.
@Controller
class VisitPageController {

    private final VisitPages pages;
    private final Frames frames;

    VisitPageController(VisitPages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Open
    @GetMapping("/p/{slug}")
    Page show(HttpServletRequest request) {
        return new Page("requests/visit", pages.of(frames.seeker(request)));
    }
}
