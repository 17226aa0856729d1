package org.holdfast.requests.offers;

import jakarta.servlet.http.HttpServletRequest;
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
import org.holdfast.shared.NotFound;
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

/// A supporter's answers. An offer that is gone, never was, or is somebody else's: the same 404.
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
            case Acceptances.Answer.Paired(var pairing) -> After.done(
                    request, "/talks/" + pairing.value(), Map.of("state", "paired", "pairing", pairing.value()));
            case Acceptances.Answer.Held() -> After.done(request, "?said=held", Map.of("state", "held"));
            case Acceptances.Answer.PassedOn() -> throw new NotFound();
            case Acceptances.Answer.TooFar() -> After.refused(
                    request, HttpStatus.UNPROCESSABLE_CONTENT, "/offers/" + id + "?refused=yesFrom", "yesFrom");
        };
    }

    @PostMapping("/refusal")
    ResponseEntity<Object> refuse(Member member, @PathVariable UUID id, HttpServletRequest request) {
        if (!refusals.refuse(member, new OfferId(id))) {
            throw new NotFound();
        }
        return After.done(request, "?said=refused", Map.of("state", "passedOn"));
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
