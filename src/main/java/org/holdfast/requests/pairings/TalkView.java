package org.holdfast.requests.pairings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.encounters.Tally;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.jspecify.annotations.Nullable;

/// One pairing as its supporter sees it. What is sealed opens in their browser and is not here.
///
/// @param state PAIRED, TALKING or ENDED
/// @param topics empty where none was named or where the rule of k keeps them back
/// @param intakeCopy the intake copy is still there: passing on needs no sealing
/// @param changeAsked the person asked for somebody else; the next visit gives the note back
/// @param danger the person asking said: not safe
/// @param dangerMarked the supporter marked: someone may be in danger; nothing closes by itself
/// @param left what the supporter has tallied so far
/// @param prefilled what closing tallies, unconfirmed, where nothing was left
public record TalkView(
        PairingId id,
        RequestId request,
        int number,
        String code,
        RequestState state,
        Door door,
        HowSoon howSoon,
        String language,
        Set<Way> ways,
        Set<String> topics,
        Instant acceptedAt,
        Instant firstContactDue,
        boolean reminded,
        boolean opened,
        boolean contacted,
        boolean intakeCopy,
        boolean changeAsked,
        boolean danger,
        boolean dangerMarked,
        @Nullable LocalDate checkInOn,
        @Nullable LocalDate warnedOn,
        @Nullable LocalDate endedOn,
        @Nullable Instant closeAt,
        @Nullable Tally left,
        Tally prefilled) {}
