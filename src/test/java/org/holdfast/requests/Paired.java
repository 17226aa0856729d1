package org.holdfast.requests;

import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.Cast.World;
import org.holdfast.programs.Member;
import org.holdfast.requests.offers.Acceptances;
import org.holdfast.requests.offers.Sweep;
import org.holdfast.shared.ProgramContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ben says yes: the way from a request that waits to a pairing, by the services themselves.
@Component
public class Paired {

    private final AmaraWaits amara;
    private final Sweep sweep;
    private final JdbcClient jdbc;
    private final Acceptances acceptances;

    Paired(AmaraWaits amara, Sweep sweep, JdbcClient jdbc, Acceptances acceptances) {
        this.amara = amara;
        this.sweep = sweep;
        this.jdbc = jdbc;
        this.acceptances = acceptances;
    }

    /// A request and its pairing.
    public record Talk(RequestId request, PairingId pairing) {}

    public Talk of(World world, Member supporter) {
        return of(world, supporter, amara.asks(world).send());
    }

    public Talk of(World world, Member supporter, RequestId request) {
        return in(world, () -> {
            sweep.run();
            OfferId offer = offer(world, supporter, request);
            return switch (acceptances.accept(supporter, offer, null)) {
                case Acceptances.Answer.Paired(PairingId pairing) -> new Talk(request, pairing);
                case Acceptances.Answer other -> throw new AssertionError(other);
            };
        });
    }

    private OfferId offer(World world, Member supporter, RequestId request) {
        return world.in(() -> jdbc.sql("select id from requests.offer where request_id = ? and supporter_id = ?")
                .params(request.value(), supporter.id().value())
                .query((row, n) -> new OfferId(row.getObject("id", UUID.class)))
                .single());
    }

    public static <T> T in(World world, Supplier<T> work) {
        return ProgramContext.call(world.program(), work::get);
    }
}
