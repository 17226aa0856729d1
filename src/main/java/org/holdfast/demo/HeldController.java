package org.holdfast.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the server holds of a request, beside what each person's keys open of it.
@Controller
@ConditionalOnBooleanProperty("holdfast.demo")
class HeldController {

    private final HeldRequests held;
    private final HeldEnvelopes envelopes;
    private final Frames frames;

    HeldController(HeldRequests held, HeldEnvelopes envelopes, Frames frames) {
        this.held = held;
        this.envelopes = envelopes;
        this.frames = frames;
    }

    @Open
    @GetMapping("/staff/demo/held/{id}")
    Page held(@PathVariable UUID id, HttpServletRequest request) {
        HeldRequests.Found found = held.find(id);
        List<CastPage.Person> people = envelopes.people(found);
        return new Page(
                "demo/held",
                new HeldPage(
                        frames.staff(request),
                        found.program().name(),
                        id.toString(),
                        found.code(),
                        held.tables(found),
                        people));
    }

    @Open
    @GetMapping("/staff/demo/held/{id}/envelopes")
    @ResponseBody
    HeldEnvelopes.Envelopes envelopes(@PathVariable UUID id) {
        return envelopes.of(held.find(id));
    }
}
