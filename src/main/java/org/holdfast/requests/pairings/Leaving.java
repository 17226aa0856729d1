package org.holdfast.requests.pairings;

import java.util.Comparator;
import java.util.stream.Stream;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.offers.Withdrawals;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.holdfast.supporters.SupporterLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A supporter leaves: in the same transaction their offers end and what they carried is back in matching. Notes they
/// alone had a copy of come back as codes only.
@Component
class Leaving {

    private final PairingStore store;
    private final GivingBack givingBack;
    private final Withdrawals withdrawals;
    private final Requests requests;

    Leaving(PairingStore store, GivingBack givingBack, Withdrawals withdrawals, Requests requests) {
        this.store = store;
        this.givingBack = givingBack;
        this.withdrawals = withdrawals;
        this.requests = requests;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SupporterLeft left) {
        Stream.concat(
                        store.ofSupporter(left.supporter()).stream().map(Row::request),
                        withdrawals.requestsOf(left.supporter()).stream())
                .sorted(Comparator.comparing(RequestId::value)) // one order for all who lock several
                .forEach(requests::lock);
        for (Row found : store.ofSupporter(left.supporter())) {
            requests.lock(found.request())
                    .ifPresent(request -> store.of(found.request())
                            .filter(row -> row.id().equals(found.id()))
                            .ifPresent(row -> givingBack.giveBack(request, row)));
        }
        withdrawals.ofSupporter(left.supporter());
    }
}
