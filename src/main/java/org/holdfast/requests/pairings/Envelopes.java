package org.holdfast.requests.pairings;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.holdfast.shared.Ciphertext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the paired supporter's browser needs to open their talk; handed to nobody else.
@Component
class Envelopes {

    /// Bytes are base64url.
    ///
    /// @param pairingNumber binds opening and messages
    /// @param note the intake copy; null once the supporter's own copy stands
    /// @param intakeNumber of the key the note is sealed to
    /// @param intakeCopy the intake copy is still there: passing on needs no sealing
    record Sealed(
            UUID requestId,
            int pairingNumber,
            RequestState state,
            @Nullable String note,
            @Nullable Integer intakeNumber,
            @Nullable String opening,
            @Nullable String copy,
            boolean intakeCopy,
            boolean changeAsked,
            boolean contacted) {

        @Override
        public String toString() {
            return "[sealed]";
        }
    }

    private final PairingStore store;
    private final IntakeCopies notes;
    private final Requests requests;

    Envelopes(PairingStore store, IntakeCopies notes, Requests requests) {
        this.store = store;
        this.notes = notes;
        this.requests = requests;
    }

    @Transactional(readOnly = true)
    public Optional<Sealed> of(Member supporter, PairingId id) {
        return store.find(id, supporter.id())
                .flatMap(row -> requests.find(row.request()).map(request -> sealed(row, request.state())));
    }

    private Sealed sealed(Row row, RequestState state) {
        Ciphertext opening = row.opening();
        Ciphertext copy = row.copy();
        Ciphertext note = copy == null ? notes.find(row.request()).orElse(null) : null;
        return new Sealed(
                row.request().value(),
                row.number(),
                state,
                note == null ? null : note.base64url(),
                note == null ? null : note.keyNumber(),
                opening == null ? null : opening.base64url(),
                copy == null ? null : copy.base64url(),
                note != null || notes.has(row.request()),
                row.changeAsked(),
                row.contacted());
    }
}
