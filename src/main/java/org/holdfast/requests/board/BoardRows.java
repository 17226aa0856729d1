package org.holdfast.requests.board;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.matching.Ranking;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Places;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.holdfast.requests.board.BoardDetail.Search;
import org.holdfast.requests.board.BoardList.Filter;
import org.holdfast.requests.offers.Asked;
import org.holdfast.requests.offers.Request;
import org.holdfast.requests.offers.Requests;
import org.holdfast.requests.offers.SupporterPool;
import org.holdfast.shared.Limit;
import org.holdfast.supporters.OnRoster;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The board, for whoever coordinates. What is shown counts as seen.
@Component
public class BoardRows {

    private final BoardStore store;
    private final Requests requests;
    private final Asked asked;
    private final SupporterPool pool;
    private final Members members;
    private final Places places;
    private final Clock clock;

    BoardRows(
            BoardStore store,
            Requests requests,
            Asked asked,
            SupporterPool pool,
            Members members,
            Places places,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.asked = asked;
        this.pool = pool;
        this.members = members;
        this.places = places;
        this.clock = clock;
    }

    /// @param from [BoardList#next()] of the page before; anything else is the first page
    @Transactional
    public BoardList page(Filter filter, @Nullable String from) {
        Instant now = clock.instant();
        Optional<From> begin = From.read(from);
        List<BoardRow> found = store.page(
                filter, begin.map(From::asked).orElse(null), begin.map(From::id).orElse(null), now);
        boolean more = found.size() > Limit.LIST_PAGE.number();
        List<BoardRow> rows = more ? found.subList(0, Limit.LIST_PAGE.number()) : found;
        store.seen(rows.stream().filter(BoardRow::unseen).map(BoardRow::id).toList());
        return new BoardList(
                List.copyOf(rows),
                filter,
                store.matching(filter, now),
                more ? From.after(rows.getLast()).toString() : null);
    }

    @Transactional
    public Optional<BoardDetail> detail(RequestId id) {
        Optional<BoardRow> row = store.find(id, clock.instant());
        Optional<Request> request = requests.find(id);
        if (row.isEmpty() || request.isEmpty()) {
            return Optional.empty();
        }
        store.seen(List.of(id));
        return Optional.of(detail(row.get(), request.get()));
    }

    private BoardDetail detail(BoardRow row, Request request) {
        SupporterPool.Now now = pool.now(null);
        return new BoardDetail(
                row,
                request.door(),
                request.need().howSoon(),
                request.need().language(),
                request.need().ways(),
                request.need().profession(),
                departments(now.departmentsShown(request.need())),
                now.topicsShown(request.need()),
                asked.paired(request.id())
                        .flatMap(members::find)
                        .map(Member::name)
                        .orElse(null),
                request.searches() || request.state() == RequestState.HELD ? search(request, now) : null);
    }

    private Search search(Request request, SupporterPool.Now now) {
        Ranking.Visible visible = now.rank(request.need()).visible();
        List<Asked.Of> out = asked.of(request.id());
        Set<UUID> has = out.stream().map(one -> one.supporter().value()).collect(Collectors.toSet());
        var candidates = new ArrayList<BoardDetail.Candidacy>();
        for (Ranking.Visible.Candidacy one : visible.candidates()) {
            if (!has.contains(one.supporter())) {
                candidates.add(new BoardDetail.Candidacy(
                        one.supporter(), name(now, one.supporter()), one.reasons(), one.availability()));
            }
        }
        return new Search(
                out.stream()
                        .map(one -> new BoardDetail.Asked(
                                name(now, one.supporter().value()), one.due(), one.held(), one.byHand()))
                        .toList(),
                candidates,
                visible.unavailable().stream()
                        .filter(one -> !has.contains(one.supporter()))
                        .map(one -> new BoardDetail.Unavailable(name(now, one.supporter()), one.cause()))
                        .toList(),
                visible.restKey(),
                visible.reasonsHeldBack(),
                request.tryAt());
    }

    private static String name(SupporterPool.Now now, UUID supporter) {
        return now.find(new MemberId(supporter))
                .map(OnRoster::member)
                .map(Member::name)
                .orElse("");
    }

    private List<String> departments(Set<UUID> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names =
                places.departments().stream().collect(Collectors.toMap(Places.Department::id, Places.Department::name));
        return shown.stream()
                .map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    /// Where a page begins: after this minute and id.
    private record From(Instant asked, UUID id) {

        static From after(BoardRow row) {
            return new From(row.asked(), row.id().value());
        }

        static Optional<From> read(@Nullable String text) {
            String[] parts = text == null ? new String[0] : text.split("_", 2);
            try {
                return parts.length == 2
                        ? Optional.of(
                                new From(Instant.ofEpochSecond(Long.parseLong(parts[0])), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeException notOurs) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return asked.getEpochSecond() + "_" + id;
        }
    }
}
