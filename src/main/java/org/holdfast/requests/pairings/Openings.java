package org.holdfast.requests.pairings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.holdfast.programs.Member;
import org.holdfast.programs.Policies;
import org.holdfast.programs.Policy;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.offers.News;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.holdfast.shared.Ciphertext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The supporter's browser opens the conversation and leaves its own sealed copy of the note, in one step that may be
/// repeated.
@Component
class Openings {

    enum Answer {
        /// Also when the same bytes are sent again.
        DONE,
        /// Something else was sent before, or the number is not this pairing's.
        CONFLICT,
        GONE
    }

    private final PairingStore store;
    private final IntakeCopies notes;
    private final Requests requests;
    private final Policies policies;
    private final News news;
    private final Clock clock;

    Openings(PairingStore store, IntakeCopies notes, Requests requests, Policies policies, News news, Clock clock) {
        this.store = store;
        this.notes = notes;
        this.requests = requests;
        this.policies = policies;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    Answer open(Member supporter, PairingId id, Ciphertext opening, Ciphertext copy) {
        Optional<Request> request = store.find(id, supporter.id()).flatMap(row -> requests.lock(row.request()));
        Optional<Row> pairing = store.find(id, supporter.id());
        if (request.isEmpty() || pairing.isEmpty()) {
            return Answer.GONE;
        }
        Row row = pairing.get();
        if (row.opening() != null) {
            boolean same = row.opening().equals(opening) && Optional.of(copy).equals(Optional.ofNullable(row.copy()));
            return same ? Answer.DONE : Answer.CONFLICT;
        }
        if (opening.keyNumber() != row.number() || request.get().state() != RequestState.PAIRED) {
            return Answer.CONFLICT;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        store.open(id, opening, copy, now);
        store.talking(row.request(), requests.today());
        if (row.contacted()) {
            notes.drop(row.request());
        } else {
            notes.dropAt(row.request(), dropAt(row, now));
        }
        news.ring(request.get());
        news.showBoard();
        return Answer.DONE;
    }

    /// Never before the first-contact clock and its reminder have run.
    private Instant dropAt(Row pairing, Instant now) {
        Policy.FirstContact policy = policies.current().firstContact();
        Instant kept = now.plus(policy.keepIntakeCopy());
        Instant clockRun = pairing.firstContactDue().plus(Duration.ofHours(policy.graceHours()));
        return kept.isAfter(clockRun) ? kept : clockRun;
    }
}
