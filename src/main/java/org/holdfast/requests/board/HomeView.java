package org.holdfast.requests.board;

import java.util.List;
import org.holdfast.matching.Cause;
import org.holdfast.requests.offers.OfferView;
import org.holdfast.requests.pairings.TalkView;
import org.jspecify.annotations.Nullable;

/// What a signed-in member finds first.
///
/// @param supporter null for whoever is no supporter
/// @param board null for whoever does not coordinate
public record HomeView(@Nullable Own supporter, @Nullable Waiting board) {

    /// @param standing why no offer comes at present; null where offers come
    /// @param thisMonth pairings taken on since the first of the month
    public record Own(
            List<OfferView> offers,
            List<TalkView> talks,
            @Nullable Cause standing,
            boolean paused,
            int openPairings,
            int capacity,
            int thisMonth) {}

    /// How much waits, and how much of it nobody has looked at.
    public record Waiting(int parked, int waiting, int nobodyLeft, int unseen) {}
}
