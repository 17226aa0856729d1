package org.holdfast.requests.board;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.matching.Availability;
import org.holdfast.matching.Cause;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Reason;
import org.jspecify.annotations.Nullable;

/// One request as a coordinator sees it: no name, no note, and of place and topic only what the rule of k allows.
///
/// @param supporter who said yes, by name; null before
/// @param departments names; empty where none was named or the rule of k keeps them back
/// @param topics codes; empty where none was named or the rule of k keeps them back
/// @param search null where nobody is looked for (paired, ended, unreachable)
public record BoardDetail(
        BoardRow row,
        Door door,
        HowSoon howSoon,
        String language,
        Set<Way> ways,
        @Nullable String profession,
        List<String> departments,
        Set<String> topics,
        @Nullable String supporter,
        @Nullable Search search) {

    /// Who is asked, who may be, and who not.
    ///
    /// @param asked who has an offer now
    /// @param candidates best first, without those who are asked
    /// @param unavailable with a cause of their own
    /// @param restKey the one sentence about everybody else, printed always
    public record Search(
            List<Asked> asked,
            List<Candidacy> candidates,
            List<Unavailable> unavailable,
            String restKey,
            boolean reasonsHeldBack,
            @Nullable Instant nextTry) {}

    public record Asked(String name, Instant due, boolean held, boolean byHand) {}

    public record Candidacy(UUID supporter, String name, List<Reason> reasons, Availability availability) {}

    public record Unavailable(String name, Cause cause) {}
}
