package org.holdfast.matching;

import java.util.List;
import java.util.UUID;

/// The answer for one request. The service that sends offers uses it whole; people see [#visible()] and nothing else.
///
/// @param proposals best first
/// @param exclusions by cause, then id; never more than [Cause#MAY_NOT_BE_PROPOSED] about what the seeker wants
/// @param named what became of the wish for one supporter by name; for the seeker's page only
/// @param visible what a coordinator may be shown
public record Ranking(List<Proposal> proposals, List<Exclusion> exclusions, Named named, Visible visible) {

    /// One supporter who may be offered this request.
    ///
    /// @param score points; they add up from reasons people may not read, so no screen shows them
    /// @param reasons those that may be read, never empty
    public record Proposal(UUID supporter, int score, List<Reason> reasons, Availability availability) {}

    /// One supporter who may not.
    public record Exclusion(UUID supporter, Cause cause) {

        @Override
        public String toString() {
            return "Exclusion[not printed]";
        }
    }

    /// What became of the wish for one supporter by name. Why someone cannot be had is theirs to tell, so all causes
    /// are one answer.
    public enum Named {
        NOT_WISHED,
        COMES_FIRST,
        LATER_THAN_NEEDED,
        CANNOT_BE_HAD
    }

    /// What people may see. A veto changes nothing here but the absence of one name, exactly as any other cause that
    /// comes from the seeker does; and nothing at all where the supporter has a cause of their own.
    ///
    /// @param candidates best first, all of them or the first few
    /// @param unavailable supporters with a cause of their own, which would hold with no request at all
    /// @param complete whether all candidates are listed; it follows from policy and k, never from who is excluded
    /// @param reasonsHeldBack whether the rule of k keeps reasons from being shown, for everyone alike
    public record Visible(
            List<Candidacy> candidates, List<Exclusion> unavailable, boolean complete, boolean reasonsHeldBack) {

        public record Candidacy(UUID supporter, List<Reason> reasons, Availability availability) {}

        public Visible {
            candidates = List.copyOf(candidates);
            unavailable = List.copyOf(unavailable);
        }

        /// The key of the one sentence about everybody else. A screen prints it always, whether anybody is left or not.
        public String restKey() {
            return complete ? "matching.rest.may_not_be_proposed" : "matching.rest.further_or_not";
        }

        @Override
        public String toString() {
            return "Visible[not printed]";
        }
    }

    public Ranking {
        proposals = List.copyOf(proposals);
        exclusions = List.copyOf(exclusions);
    }

    @Override
    public String toString() {
        return "Ranking[not printed]";
    }
}
