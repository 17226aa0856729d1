package org.holdfast.requests.asking;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.holdfast.notices.Notices;
import org.holdfast.notices.RingId;
import org.holdfast.requests.RequestWaiting;
import org.holdfast.requests.asking.AskReading.Read;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// Takes requests in. Nobody is refused for asking too much: what is over the limit is parked.
@Service
class Asking {

    private static final int TRIES = 8;
    private static final String NO_SUCH_KEY = "23503";

    /// What comes of a post.
    sealed interface Answer {

        /// Kept now, or by the same post before.
        record Kept(String code, boolean parked) implements Answer {}

        /// @param errors words by field
        record Refused(Map<String, String> errors) implements Answer {}

        /// Something else was posted under this id before.
        record Taken() implements Answer {}
    }

    private final CurrentRules rules;
    private final AskStore store;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Asking(
            CurrentRules rules,
            AskStore store,
            Notices notices,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rules = rules;
        this.store = store;
        this.notices = notices;
        this.transaction = transaction;
        this.events = events;
    }

    Answer ask(ObjectNode posted, String pageLanguage) {
        try {
            return ask(posted, rules.current(), pageLanguage);
        } catch (DataIntegrityViolationException e) {
            if (!(e.getMostSpecificCause() instanceof SQLException sql) || !NO_SUCH_KEY.equals(sql.getSQLState())) {
                throw e;
            }
            rules.forget(); // somebody left, or the intake key was renewed, since the rules were read
            return ask(posted, rules.current(), pageLanguage);
        }
    }

    private Answer ask(ObjectNode posted, Rules now, String pageLanguage) {
        Program program = ProgramContext.current();
        return switch (AskReading.read(posted, now, program, pageLanguage)) {
            case Read.Refused refused -> new Answer.Refused(refused.errors());
            case Read.Fits fits -> keep(fits.ask(), now.policy().limits().requestsAnHour());
        };
    }

    private Answer keep(Ask ask, int limit) {
        for (int i = 0; i < TRIES; i++) {
            Optional<AskStore.Kept> kept = insert(ask, limit);
            if (kept.isPresent()) {
                if (!kept.get().parked()) {
                    events.publishEvent(
                            new RequestWaiting(ProgramContext.current().id(), ask.id()));
                }
                return new Answer.Kept(kept.get().code(), kept.get().parked());
            }
            Optional<AskStore.Standing> standing = transaction.execute(status -> store.find(ask.id()));
            if (standing != null && standing.isPresent()) {
                return same(ask, standing.get());
            }
            // by chance another open request has this code: try another one
        }
        return new Answer.Taken();
    }

    private Optional<AskStore.Kept> insert(Ask ask, int limit) {
        String address = ask.address();
        if (address == null) {
            return store.insert(ask, limit, null);
        }
        Optional<AskStore.Kept> kept = transaction.execute(status -> {
            RingId ring = notices.keepAddress(address, ask.language());
            Optional<AskStore.Kept> inserted = store.insert(ask, limit, ring);
            if (inserted.isEmpty()) {
                status.setRollbackOnly();
            }
            return inserted;
        });
        return kept == null ? Optional.empty() : kept;
    }

    private static Answer same(Ask ask, AskStore.Standing standing) {
        return ask.posted().equals(standing.posted())
                ? new Answer.Kept(standing.kept().code(), standing.kept().parked())
                : new Answer.Taken();
    }
}
