package org.holdfast.requests.pairings;

import java.util.Optional;
import org.holdfast.programs.Member;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.holdfast.shared.Ciphertext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A supporter gives a request back: knows the person, is ill, was asked for a change, lost a key. No reason is asked.
@Component
class PassingOn {

    sealed interface Answer {

        record Done() implements Answer {}

        /// The intake copy is gone: the browser must seal the note to the intake key in the same step.
        record NoteNeeded() implements Answer {}

        /// The note is not sealed to the intake key of now.
        record WrongNote() implements Answer {}

        /// Given back before, or never theirs.
        record Gone() implements Answer {}
    }

    private final PairingStore store;
    private final IntakeCopies notes;
    private final GivingBack givingBack;
    private final Requests requests;

    PassingOn(PairingStore store, IntakeCopies notes, GivingBack givingBack, Requests requests) {
        this.store = store;
        this.notes = notes;
        this.givingBack = givingBack;
        this.requests = requests;
    }

    /// @param sealedAnew the note, sealed to the intake key again; not looked at while the intake copy is there
    /// @param lostKey the supporter can open nothing any more: it comes back as codes only
    @Transactional
    public Answer passOn(
            Member supporter, PairingId id, @Nullable Ciphertext sealedAnew, int intakeNumber, boolean lostKey) {
        Optional<Request> request = store.find(id, supporter.id()).flatMap(row -> requests.lock(row.request()));
        Optional<Row> pairing = store.find(id, supporter.id());
        if (request.isEmpty() || pairing.isEmpty() || request.get().state() == RequestState.ENDED) {
            return new Answer.Gone();
        }
        if (!notes.has(request.get().id())) {
            if (sealedAnew != null) {
                if (!notes.fits(sealedAnew, intakeNumber)) {
                    return new Answer.WrongNote();
                }
                notes.put(request.get().id(), sealedAnew);
            } else if (!lostKey) {
                return new Answer.NoteNeeded();
            }
        }
        givingBack.giveBack(request.get(), pairing.get());
        return new Answer.Done();
    }
}
