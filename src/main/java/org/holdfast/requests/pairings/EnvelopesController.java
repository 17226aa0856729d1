package org.holdfast.requests.pairings;

import java.util.Map;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.requests.PairingId;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.web.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Sealed bytes, for the supporter who said yes and nobody else.
@RestController
@Staff(Role.SUPPORTER)
@RequestMapping("/staff/{slug}/talks/{pairing}")
class EnvelopesController {

    /// Both base64url.
    record Opened(@Nullable String opening, @Nullable String copy) {}

    private final Envelopes envelopes;
    private final Openings openings;

    EnvelopesController(Envelopes envelopes, Openings openings) {
        this.envelopes = envelopes;
        this.openings = openings;
    }

    @GetMapping("/envelopes")
    Envelopes.Sealed envelopes(Member member, @PathVariable UUID pairing) {
        return envelopes.of(member, new PairingId(pairing)).orElseThrow(NotFound::new);
    }

    @PostMapping("/opening")
    ResponseEntity<Object> open(Member member, @PathVariable UUID pairing, @Posted Opened opened) {
        Ciphertext opening = read(Ciphertext.Kind.OPENING, opened.opening());
        Ciphertext copy = read(Ciphertext.Kind.COPY, opened.copy());
        if (opening == null || copy == null) {
            return ResponseEntity.unprocessableContent().body(Map.of("error", "envelope"));
        }
        return switch (openings.open(member, new PairingId(pairing), opening, copy)) {
            case DONE -> ResponseEntity.ok(Map.of("state", "talking"));
            case CONFLICT -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "conflict"));
            case GONE -> throw new NotFound();
        };
    }

    private static @Nullable Ciphertext read(Ciphertext.Kind kind, @Nullable String bytes) {
        return bytes == null ? null : Ciphertext.read(kind, bytes).orElse(null);
    }
}
