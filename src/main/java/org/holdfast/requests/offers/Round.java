package org.holdfast.requests.offers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.matching.Availability;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Ranking.Proposal;
import org.holdfast.programs.MemberId;
import org.holdfast.supporters.OnRoster;
import org.jspecify.annotations.Nullable;

/// One look for one request: who is asked now, and who may be later. Decides and does nothing.
///
/// @param ask best first
/// @param later the next time at which somebody else may be asked; null if there is nobody else
record Round(List<OnRoster> ask, @Nullable Instant later) {

    /// @param asked who has an offer already
    /// @param room how many more may be asked at once
    static Round of(Request request, SupporterPool.Now pool, Set<UUID> asked, int room) {
        var ask = new ArrayList<OnRoster>();
        var later = new ArrayList<Instant>();
        for (Proposal proposal : pool.rank(request.need()).proposals()) {
            OnRoster supporter = pool.find(new MemberId(proposal.supporter())).orElse(null);
            if (supporter != null && !asked.contains(proposal.supporter())) {
                switch (proposal.availability()) {
                    case Availability.Now _ -> {
                        Instant capped = supporter.capReachedUntil();
                        if (capped != null) {
                            later.add(capped);
                        } else if (ask.size() < room) {
                            ask.add(supporter);
                        } else {
                            later.add(pool.instant());
                        }
                    }
                    case Availability.From(Instant time) -> later.add(time);
                    case Availability.Unknown _ -> {} // declared no hours: a coordinator may ask them by hand
                }
            }
        }
        return new Round(ask, later.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    /// Whether a need of this urgency waits longer than it was meant to, unless somebody looks after it.
    static boolean tooLate(HowSoon howSoon, Instant later, Instant now) {
        Duration wait = Duration.between(now, later);
        return switch (howSoon) {
            case NOW -> wait.isPositive();
            case TODAY -> wait.compareTo(Duration.ofHours(12)) > 0;
            case FEW_DAYS -> wait.compareTo(Duration.ofDays(3)) > 0;
            case NO_HURRY -> false;
        };
    }
}
