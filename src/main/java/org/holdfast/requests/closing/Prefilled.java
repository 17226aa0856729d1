package org.holdfast.requests.closing;

import java.util.Collection;
import java.util.List;
import org.holdfast.encounters.Tally;
import org.holdfast.encounters.Tally.Channel;
import org.holdfast.encounters.Tally.Contacts;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.encounters.Tally.Minutes;
import org.holdfast.encounters.Tally.Outcome;
import org.holdfast.matching.Need.Way;
import org.jspecify.annotations.Nullable;

/// The codes a supporter finds filled in, and which closing counts, unconfirmed, where nobody looked at them.
public final class Prefilled {

    private Prefilled() {}

    /// @param family the group of the profession; null where none was named
    /// @param topics by name; the first counts
    /// @param paired whether somebody said yes
    /// @param contacted whether first contact was marked
    public static Tally tally(
            Door door,
            @Nullable String family,
            List<String> topics,
            Collection<Way> ways,
            boolean paired,
            boolean contacted) {
        String profession = family == null ? Tally.UNKNOWN : family;
        String topic = topics.isEmpty() ? Tally.UNKNOWN : topics.getFirst();
        if (!contacted) {
            Outcome outcome = paired ? Outcome.NO_ANSWER : Outcome.WITHDRAWN;
            return new Tally(door, profession, topic, Channel.NONE, Minutes.NONE, Contacts.NONE, outcome);
        }
        return new Tally(door, profession, topic, channel(ways), Minutes.TO_30, Contacts.ONE, Outcome.TALKED);
    }

    private static Channel channel(Collection<Way> ways) {
        for (Way way : Way.values()) {
            if (ways.contains(way)) {
                return switch (way) {
                    case CALL -> Channel.CALL;
                    case TEXT -> Channel.TEXT;
                    case VIDEO -> Channel.VIDEO;
                    case IN_PERSON -> Channel.IN_PERSON;
                    case HERE -> Channel.MESSAGES;
                };
            }
        }
        return Channel.NONE;
    }
}
