package org.holdfast.requests.board;

import static org.holdfast.shared.database.Timestamps.at;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.programs.Policies;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.News;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever waits and nobody of the program has looked at: after some hours it rings the deputies, after as many again
/// the directors. The page of whoever asked says so.
@Component
public class Escalation {

    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
    private static final int AT_ONCE = 100;
    private static final int DEPUTIES = 2;
    private static final int DIRECTORS = 3;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Policies policies;
    private final News news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(
            JdbcClient jdbc,
            Requests requests,
            Policies policies,
            News news,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.policies = policies;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// For the program at hand.
    public void sweep() {
        Duration patience = Duration.ofHours(policies.current().escalation().unseenHours());
        ring(clock.instant().minus(patience), DEPUTIES);
        ring(clock.instant().minus(patience.multipliedBy(2)), DIRECTORS);
    }

    private void ring(Instant since, int whom) {
        for (RequestId id : unseen(since, whom)) {
            try {
                transaction.executeWithoutResult(status -> requests.lockIfFree(id)
                        .filter(request -> !request.seen() && request.rung() < whom)
                        .ifPresent(request -> ring(request, whom)));
            } catch (RuntimeException e) {
                LOG.warn(
                        "a request's turn failed and comes again: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void ring(Request request, int whom) {
        requests.rung(request.id(), whom);
        if (whom == DEPUTIES) {
            news.ringDeputies();
        } else {
            news.ringDirectors();
        }
        news.show(request);
    }

    private List<RequestId> unseen(Instant since, int whom) {
        List<RequestId> found = transaction.execute(status -> jdbc.sql("""
                        select id from requests.request
                        where not seen and unseen_since <= :since and rung < :whom
                          and state in ('PARKED', 'WAITING', 'HELD')
                        order by unseen_since limit :most""")
                .param("since", at(since))
                .param("whom", whom)
                .param("most", AT_ONCE)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .list());
        return found == null ? List.of() : found;
    }
}
