package org.holdfast.requests.pairings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.encounters.Tally;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Places;
import org.holdfast.programs.Places.Profession;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.closing.Prefilled;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.offers.SupporterPool;
import org.holdfast.requests.pairings.PairingStore.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A supporter's talks, each their own alone.
@Component
@Transactional(readOnly = true)
public class OwnTalks {

    private final PairingStore store;
    private final IntakeCopies notes;
    private final Tallies tallies;
    private final Requests requests;
    private final SupporterPool pool;
    private final Places places;

    OwnTalks(
            PairingStore store,
            IntakeCopies notes,
            Tallies tallies,
            Requests requests,
            SupporterPool pool,
            Places places) {
        this.store = store;
        this.notes = notes;
        this.tallies = tallies;
        this.requests = requests;
        this.pool = pool;
        this.places = places;
    }

    /// Those not ended first; then the latest yes first.
    public List<TalkView> of(MemberId supporter) {
        List<Row> own = store.ofSupporter(supporter);
        if (own.isEmpty()) {
            return List.of();
        }
        SupporterPool.Now sight = pool.sight();
        return own.stream()
                .flatMap(row -> view(row, sight).stream())
                .sorted(Comparator.comparing((TalkView talk) -> talk.endedOn() != null)
                        .thenComparing(TalkView::acceptedAt, Comparator.reverseOrder())
                        .thenComparing(TalkView::code))
                .toList();
    }

    public Optional<TalkView> find(MemberId supporter, PairingId id) {
        return store.find(id, supporter).flatMap(row -> view(row, pool.sight()));
    }

    private Optional<TalkView> view(Row row, SupporterPool.Now sight) {
        return requests.find(row.request()).map(request -> view(row, request, sight));
    }

    private TalkView view(Row row, Request request, SupporterPool.Now sight) {
        return new TalkView(
                row.id(),
                request.id(),
                row.number(),
                request.code(),
                request.state(),
                request.door(),
                request.need().howSoon(),
                request.need().language(),
                request.need().ways(),
                sight.topicsShown(request.need()),
                row.acceptedAt(),
                row.firstContactDue(),
                row.reminded(),
                row.opening() != null,
                row.contacted(),
                notes.has(request.id()),
                row.changeAsked(),
                request.danger(),
                request.dangerMarked(),
                request.checkInOn(),
                request.warnedOn(),
                request.endedOn(),
                request.closeAt(),
                tallies.of(request.id(), request.door()).orElse(null),
                prefilled(row, request, sight));
    }

    /// As closing would count it, but without a topic that the rule of k keeps from the supporter.
    private Tally prefilled(Row row, Request request, SupporterPool.Now sight) {
        String family = places.professions().stream()
                .filter(one -> one.code().equals(request.need().profession()))
                .map(Profession::family)
                .findFirst()
                .orElse(null);
        List<String> topics = sight.topicsShown(request.need()).isEmpty() ? List.of() : request.topicsInOrder();
        return Prefilled.tally(request.door(), family, topics, request.need().ways(), true, row.contacted());
    }
}
