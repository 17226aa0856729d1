package org.holdfast.requests.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.requests.OfferId;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.After;
import org.holdfast.shared.web.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A supporter's answers. An offer that is gone, never was, or is somebody else's: the same answer.
@RestController
@Staff(Role.SUPPORTER)
@RequestMapping("/staff/{slug}/offers/{id}")
class AnswersController {

    /// @param yesFrom an instant, or a local time in the program's zone as a form gives it
    record Yes(@Nullable String yesFrom) {}

    private final Acceptances acceptances;
    private final Refusals refusals;

    AnswersController(Acceptances acceptances, Refusals refusals) {
        this.acceptances = acceptances;
        this.refusals = refusals;
    }

    @PostMapping("/acceptance")
    ResponseEntity<Object> accept(Member member, @PathVariable UUID id, @Posted Yes yes, HttpServletRequest request) {
        Acceptances.Answer answer;
        try {
            answer = acceptances.accept(member, new OfferId(id), time(yes.yesFrom()));
        } catch (DateTimeException notATime) {
            answer = new Acceptances.Answer.TooFar();
        }
        return switch (answer) {
            case Acceptances.Answer.Paired(var pairing) ->
                After.done(request, "/talks/" + pairing.value(), Map.of("state", "paired", "pairing", pairing.value()));
            case Acceptances.Answer.Held() -> After.done(request, "?said=held", Map.of("state", "held"));
            case Acceptances.Answer.PassedOn() -> passedOn(request, id);
            case Acceptances.Answer.TooFar() ->
                After.refused(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "/offers/" + id + "?refused=yesFrom&yesFrom=" + typed(yes),
                        "yesFrom");
        };
    }

    @PostMapping("/refusal")
    ResponseEntity<Object> refuse(Member member, @PathVariable UUID id, HttpServletRequest request) {
        if (!refusals.refuse(member, new OfferId(id))) {
            return passedOn(request, id);
        }
        return After.done(request, "?said=refused", Map.of("state", "passedOn"));
    }

    /// A form goes on to the offer's page, which says "passed on" of all that is not there.
    private static ResponseEntity<Object> passedOn(HttpServletRequest request, UUID id) {
        return After.refused(request, HttpStatus.NOT_FOUND, "/offers/" + id, "notFound");
    }

    /// What was typed stays in its field.
    private static String typed(Yes yes) {
        return URLEncoder.encode(String.valueOf(yes.yesFrom()), StandardCharsets.UTF_8);
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.endsWith("Z") || text.contains("+")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text)
                        .atZone(ProgramContext.current().zone())
                        .toInstant();
    }
}
