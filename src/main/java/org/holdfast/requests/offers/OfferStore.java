package org.holdfast.requests.offers;

import static org.holdfast.shared.database.Timestamps.at;
import static org.holdfast.shared.database.Timestamps.atOrNull;
import static org.holdfast.shared.database.Timestamps.read;
import static org.holdfast.shared.database.Timestamps.readOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.OfferId;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.ProgramContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class OfferStore {

    enum Stage {
        OPEN,
        HELD,
        ACCEPTED
    }

    record Offer(
            OfferId id,
            RequestId request,
            MemberId supporter,
            Stage stage,
            Instant due,
            @Nullable Instant yesFrom,
            boolean byHand) {}

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Offer> of(RequestId request) {
        return jdbc.sql("select * from requests.offer where request_id = :request order by due_at, id")
                .param("request", request.value())
                .query(OfferStore::offer)
                .list();
    }

    /// A supporter's own offer, nobody else's.
    Optional<Offer> find(OfferId id, MemberId supporter) {
        return jdbc.sql("select * from requests.offer where id = :id and supporter_id = :supporter")
                .param("id", id.value())
                .param("supporter", supporter.value())
                .query(OfferStore::offer)
                .optional();
    }

    List<Offer> ofSupporter(MemberId supporter) {
        return jdbc.sql("select * from requests.offer where supporter_id = :supporter order by request_id")
                .param("supporter", supporter.value())
                .query(OfferStore::offer)
                .list();
    }

    /// Offers whose clock has run out. While one yes is held, the clocks of the others stand still.
    List<Offer> due(Instant now, int most) {
        return jdbc.sql("""
                        select o.* from requests.offer o join requests.request r on r.id = o.request_id
                        where o.due_at <= :now and (o.state = 'HELD' or (o.state = 'OPEN' and r.state <> 'HELD'))
                        order by o.due_at limit :most""")
                .param("now", at(now))
                .param("most", most)
                .query(OfferStore::offer)
                .list();
    }

    /// What waits for an answer.
    List<Offer> open() {
        return jdbc.sql("""
                        select o.* from requests.offer o join requests.request r on r.id = o.request_id
                        where o.state = 'OPEN' and r.state = 'WAITING'""").query(OfferStore::offer).list();
    }

    void add(Offer offer) {
        jdbc.sql("""
                        insert into requests.offer (program, id, request_id, supporter_id, state, due_at, by_hand)
                        values (:program, :id, :request, :supporter, 'OPEN', :due, :byHand)""")
                .param("program", ProgramContext.current().id().value())
                .param("id", offer.id().value())
                .param("request", offer.request().value())
                .param("supporter", offer.supporter().value())
                .param("due", at(offer.due()))
                .param("byHand", offer.byHand())
                .update();
    }

    void change(OfferId id, Stage stage, Instant due, @Nullable Instant yesFrom) {
        jdbc.sql("update requests.offer set state = :stage, due_at = :due, yes_from = :from where id = :id")
                .param("stage", stage.name())
                .param("due", at(due))
                .param("from", atOrNull(yesFrom))
                .param("id", id.value())
                .update();
    }

    void delete(OfferId id) {
        jdbc.sql("delete from requests.offer where id = :id")
                .param("id", id.value())
                .update();
    }

    /// All others of the same request lapse.
    void deleteOthers(Offer than) {
        jdbc.sql("delete from requests.offer where request_id = :request and id <> :id")
                .param("request", than.request().value())
                .param("id", than.id().value())
                .update();
    }

    private static Offer offer(ResultSet row, int n) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                new MemberId(row.getObject("supporter_id", UUID.class)),
                Stage.valueOf(row.getString("state")),
                read(row, "due_at"),
                readOrNull(row, "yes_from"),
                row.getBoolean("by_hand"));
    }
}
