package org.holdfast.requests.asking;

import java.util.Set;
import java.util.UUID;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Need.Wishes;
import org.holdfast.programs.Topic;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Secret;
import org.jspecify.annotations.Nullable;

/// What somebody asks, checked. What was typed of people to be left out is here as supporter ids only.
///
/// @param posted hash of what was posted, by which a resend is known; the people left out and the address are not in it
/// @param address where to be told that there is something new; null for nowhere
record Ask(
        RequestId id,
        Secret locator,
        Secret secretHash,
        Ciphertext memory,
        Ciphertext note,
        HowSoon howSoon,
        Set<Way> ways,
        String language,
        About about,
        Wishes wishes,
        Set<UUID> ruledOut,
        boolean nameFirst,
        boolean danger,
        @Nullable String address,
        Secret posted) {

    record About(
            @Nullable String profession,
            @Nullable String specialty,
            Set<UUID> sites,
            Set<UUID> departments,
            Set<Topic> topics) {}

    @Override
    public String toString() {
        return "Ask[not printed]";
    }
}
