package org.holdfast.requests.pairings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// First contact: marked in one tap; one reminder when it is due, and after a time of grace the request passes on.
@Component
public class FirstContacts {

    private static final Logger LOG = LoggerFactory.getLogger(FirstContacts.class);
    private static final int AT_ONCE = 100;

    private final PairingStore store;
    private final IntakeCopies notes;
    private final GivingBack givingBack;
    private final Requests requests;
    private final Policies policies;
    private final News news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstContacts(
            PairingStore store,
            IntakeCopies notes,
            GivingBack givingBack,
            Requests requests,
            Policies policies,
            News news,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.givingBack = givingBack;
        this.requests = requests;
        this.policies = policies;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Deletes the intake copy, where the supporter's own stands already; else the opening does.
    ///
    /// @return whether there is such a pairing of theirs
    @Transactional
    public boolean mark(Member supporter, PairingId id) {
        Optional<Request> request = store.find(id, supporter.id()).flatMap(row -> requests.lock(row.request()));
        Optional<Row> pairing = store.find(id, supporter.id());
        if (request.isEmpty() || pairing.isEmpty()) {
            return false;
        }
        if (!pairing.get().contacted()) {
            store.contacted(id);
            requests.spoken(request.get().id());
            if (pairing.get().copy() != null) {
                notes.drop(request.get().id());
            }
            news.show(request.get());
            news.showBoard();
        }
        return true;
    }

    /// For the program at hand: reminds, and passes on.
    public void sweep() {
        List<Row> unreminded = store.late(clock.instant(), false, AT_ONCE);
        Duration grace = Duration.ofHours(policies.current().firstContact().graceHours());
        List<Row> late = store.late(clock.instant().minus(grace), true, AT_ONCE);
        unreminded.forEach(row -> turn(row, this::remind));
        late.forEach(row -> turn(row, this::passOn));
    }

    @FunctionalInterface
    private interface Turn {
        void take(Request request, Row pairing);
    }

    /// Each in a transaction of its own, and only where it still stands as it was found.
    private void turn(Row found, Turn turn) {
        try {
            transaction.executeWithoutResult(status -> requests.lockIfFree(found.request())
                    .filter(request ->
                            request.state() == RequestState.PAIRED || request.state() == RequestState.TALKING)
                    .ifPresent(request -> store.of(found.request())
                            .filter(row -> row.id().equals(found.id())
                                    && !row.contacted()
                                    && row.reminded() == found.reminded()
                                    && row.firstContactDue().equals(found.firstContactDue()))
                            .ifPresent(row -> turn.take(request, row))));
        } catch (RuntimeException e) {
            LOG.warn(
                    "a first contact's turn failed and comes again: {}",
                    e.getClass().getSimpleName());
        }
    }

    /// The grace begins with the reminder: where that came late, because nothing ran here, the clock is moved.
    private void remind(Request request, Row pairing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        store.reminded(pairing.id(), true, now.isAfter(pairing.firstContactDue()) ? now : pairing.firstContactDue());
        news.ring(pairing.supporter());
        news.showBoard();
    }

    /// While somebody may be in danger nothing breaks by itself: the coordinators hear of it, and again a round later.
    private void passOn(Request request, Row pairing) {
        news.ringCoordinators();
        if (request.dangerMarked()) {
            Policy.FirstContact policy = policies.current().firstContact();
            Instant next = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(policy.hours()));
            store.reminded(pairing.id(), false, next);
            notes.dropAt(request.id(), next.plus(policy.keepIntakeCopy()));
        } else {
            givingBack.giveBack(request, pairing);
        }
    }
}
