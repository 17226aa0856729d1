package org.holdfast.requests.offers;

import java.time.Instant;
import java.util.Set;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.requests.OfferId;
import org.jspecify.annotations.Nullable;

/// One offer as the supporter it was made to may read it: no name, no place, no chart.
///
/// @param held the supporter said yes, and the person asking looks at the name first
/// @param topics empty where none was named or where the rule of k keeps them back; the two are not told apart
/// @param nameFirst a yes is held until the person asking has seen the name
/// @param danger the person asking said: not safe, or someone else is not
/// @param due when the offer passes on without an answer; of a held yes, when it passes on without the other's
/// @param yesFrom of a held yes: from when
public record OfferView(
        OfferId id,
        boolean held,
        HowSoon howSoon,
        String language,
        Set<Way> ways,
        Set<String> topics,
        boolean nameFirst,
        boolean danger,
        Instant due,
        @Nullable Instant yesFrom) {}
