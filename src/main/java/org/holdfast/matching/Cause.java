package org.holdfast.matching;

import java.util.Locale;

/// Why someone is not proposed. The first causes are the supporter's own and hold for every request; whatever comes
/// from the person asking is one single cause, so that a veto cannot be told from the rest, not even in memory.
public enum Cause {
    NOT_APPROVED,
    KEY_NOT_READY,
    TRAINING_LAPSED,
    AGREEMENT_LAPSED,
    PAUSED,
    AWAY,
    AT_CAPACITY,
    MAY_NOT_BE_PROPOSED;

    /// The key of the message a screen shows.
    public String key() {
        return "matching.cause." + name().toLowerCase(Locale.ROOT);
    }
}
