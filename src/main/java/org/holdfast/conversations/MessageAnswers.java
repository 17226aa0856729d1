package org.holdfast.conversations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.conversations.Conversations.Sent;
import org.holdfast.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The same answers for both sides.
final class MessageAnswers {

    /// @param pairing may be left out where the address names it
    record Posted(
            @Nullable UUID pairing, int sequence, @Nullable String envelope) {

        String bytes() {
            return envelope == null ? "" : envelope;
        }
    }

    record Page(List<Message> messages) {}

    private MessageAnswers() {}

    static ResponseEntity<?> of(Sent sent) {
        return switch (sent) {
            case Sent.Kept kept -> ResponseEntity.status(HttpStatus.CREATED).build();
            case Sent.Again again -> ResponseEntity.ok().build();
            case Sent.Taken taken ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "taken", "expected", taken.expected()));
            case Sent.Shut shut -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "notNow"));
            case Sent.Refused refused -> ResponseEntity.unprocessableContent().body(Map.of("error", "envelope"));
            case Sent.Unknown unknown -> throw new NotFound();
        };
    }
}
