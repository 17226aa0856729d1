package org.holdfast.requests.offers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.OfferStore.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is asked at present, and who said yes, for the board.
@Component
@Transactional(readOnly = true)
public class Asked {

    /// @param byHand a coordinator picked them
    public record Of(MemberId supporter, Instant due, boolean held, boolean byHand) {}

    private final OfferStore offers;
    private final JdbcClient jdbc;

    Asked(OfferStore offers, JdbcClient jdbc) {
        this.offers = offers;
        this.jdbc = jdbc;
    }

    public List<Of> of(RequestId request) {
        return offers.of(request).stream()
                .filter(offer -> offer.stage() != Stage.ACCEPTED)
                .map(offer -> new Of(offer.supporter(), offer.due(), offer.stage() == Stage.HELD, offer.byHand()))
                .toList();
    }

    public Optional<MemberId> paired(RequestId request) {
        return jdbc.sql("select supporter_id from requests.pairing where request_id = :id")
                .param("id", request.value())
                .query((row, n) -> new MemberId(row.getObject("supporter_id", UUID.class)))
                .optional();
    }
}
