package org.holdfast.requests.offers;

import static org.holdfast.shared.database.Timestamps.at;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Offer;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.holdfast.shared.Ids;
import org.holdfast.shared.ProgramContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes a pairing of a yes that counts. The request is locked by whoever calls.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Pairing {

    private final JdbcClient jdbc;
    private final OfferStore offers;
    private final Requests requests;
    private final News news;
    private final ApplicationEventPublisher events;

    Pairing(JdbcClient jdbc, OfferStore offers, Requests requests, News news, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.requests = requests;
        this.news = news;
        this.events = events;
    }

    Optional<PairingId> of(RequestId request) {
        return jdbc.sql("select id from requests.pairing where request_id = :request")
                .param("request", request.value())
                .query((row, n) -> new PairingId(row.getObject("id", UUID.class)))
                .optional();
    }

    PairingId make(Request request, Offer offer, @Nullable Instant from, SupporterPool.Now now) {
        Instant accepted = now.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant begins = from != null && from.isAfter(accepted) ? from : accepted;
        var losers = offers.of(request.id()).stream()
                .filter(other -> !other.id().equals(offer.id()))
                .map(Offer::supporter)
                .toList();
        offers.deleteOthers(offer);
        offers.change(offer.id(), Stage.ACCEPTED, offer.due(), from);
        int number = jdbc.sql("""
                        update requests.request
                        set state = 'PAIRED', pairings = pairings + 1, nobody_left = false, try_at = null,
                            last_word_on = :today, warned_on = null
                        where id = :id returning pairings""")
                .param("today", requests.today())
                .param("id", request.id().value())
                .query(Integer.class)
                .single();
        PairingId id = new PairingId(Ids.random());
        jdbc.sql("""
                        insert into requests.pairing
                            (program, id, request_id, supporter_id, number, accepted_at, first_contact_due)
                        values (:program, :id, :request, :supporter, :number, :accepted, :due)""")
                .param("program", ProgramContext.current().id().value())
                .param("id", id.value())
                .param("request", request.id().value())
                .param("supporter", offer.supporter().value())
                .param("number", number)
                .param("accepted", at(accepted))
                .param(
                        "due",
                        at(begins.plus(
                                Duration.ofHours(now.policy().firstContact().hours()))))
                .update();
        news.ring(request);
        news.show(offer.supporter());
        losers.forEach(news::show);
        news.showBoard();
        events.publishEvent(new TookOn(ProgramContext.current().id(), offer.supporter()));
        return id;
    }
}
