package org.holdfast.requests.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Asking for a colleague.
@RestController
class AskingController {

    private final Asking asking;

    AskingController(Asking asking) {
        this.asking = asking;
    }

    record Asked(String code, String state) {}

    record Errors(Map<String, String> errors) {}

    @Open
    @PostMapping("/p/{slug}/requests")
    ResponseEntity<?> ask(@RequestBody ObjectNode posted, HttpServletRequest request) {
        return switch (asking.ask(posted, Frames.language(request))) {
            case Asking.Answer.Kept kept ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Asked(kept.code(), kept.parked() ? "parked" : "waiting"));
            case Asking.Answer.Refused refused ->
                ResponseEntity.unprocessableContent().body(new Errors(refused.errors()));
            case Asking.Answer.Taken taken ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "taken"));
        };
    }
}
