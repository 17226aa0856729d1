package org.holdfast.requests.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.holdfast.requests.Visitor;
import org.holdfast.shared.Texts;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Closing a note anew, for whoever asked.
@RestController
class NewNotesController {

    private final NewNotes notes;

    NewNotesController(NewNotes notes) {
        this.notes = notes;
    }

    record Posted(@Nullable String note, int intakeNumber) {}

    @Visit
    @PostMapping("/p/{slug}/visit/note")
    ResponseEntity<?> put(Visitor visitor, @RequestBody Posted posted, HttpServletRequest request) {
        String note = posted.note() == null ? "" : posted.note();
        return switch (notes.put(visitor.request(), note, posted.intakeNumber())) {
            case NewNotes.Answer.Kept kept -> ResponseEntity.noContent().build();
            case NewNotes.Answer.Stale stale -> refused("intakeNumber", "stale");
            case NewNotes.Answer.Refused refused ->
                refused("note", Texts.in(Frames.language(request)).of("asking.error.closing"));
            case NewNotes.Answer.NotNow notNow ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "notNow"));
        };
    }

    private static ResponseEntity<?> refused(String field, String words) {
        return ResponseEntity.unprocessableContent().body(Map.of("errors", Map.of(field, words)));
    }
}
