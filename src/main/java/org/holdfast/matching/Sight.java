package org.holdfast.matching;

import java.util.List;
import org.holdfast.matching.Ranking.Exclusion;
import org.holdfast.matching.Ranking.Proposal;
import org.holdfast.matching.Ranking.Visible;
import org.holdfast.matching.Rules.Listing;
import org.holdfast.matching.Scoring.Fit;

/// What people may see of one request's ranking.
record Sight(boolean place, boolean topic, boolean complete, int firstFew) {

    Sight(Need need, Rules rules, Census census) {
        boolean place = census.placeMayBeShown(need, rules.k());
        // the names missing from a complete list are those of the person's own department
        boolean complete = rules.listing() == Listing.ALL_WHERE_K_ALLOWS
                && (place || need.departments().isEmpty());
        this(place, census.topicMayBeShown(need, rules.k()), complete, rules.firstFew());
    }

    Proposal proposal(Fit fit) {
        List<Reason> reasons = fit.reasons().stream().filter(this::mayBeRead).toList();
        return new Proposal(
                fit.candidate().id(), fit.points(), reasons, fit.candidate().availability());
    }

    Visible visible(List<Proposal> proposals, List<Exclusion> exclusions, int pool) {
        List<Exclusion> unavailable = exclusions.stream()
                .filter(exclusion -> exclusion.cause() != Cause.MAY_NOT_BE_PROPOSED)
                .toList();
        // half of those who could support anyone, so that the other half may be further down or not proposed at all
        int shown = complete ? proposals.size() : Math.min(firstFew, Math.max(1, (pool - unavailable.size()) / 2));
        List<Visible.Candidacy> candidates = proposals.stream()
                .limit(shown)
                .map(proposal ->
                        new Visible.Candidacy(proposal.supporter(), proposal.reasons(), proposal.availability()))
                .toList();
        return new Visible(candidates, unavailable, complete, !place || !topic);
    }

    private boolean mayBeRead(Reason reason) {
        return switch (reason.tells()) {
            case NOTHING_RARE -> true;
            case TOPIC -> topic;
            case PLACE -> place;
        };
    }
}
