package org.holdfast.encounters;

/// What one encounter comes to, in codes. It points to nobody, and to no request.
///
/// @param profession the group a profession counts under, or `unknown`
/// @param topic a topic's name, or `unknown`
public record Tally(
        Door door,
        String profession,
        String topic,
        Channel channel,
        Minutes minutes,
        Contacts contacts,
        Outcome outcome) {

    /// By which door the need came; an informal talk came by none.
    public enum Door {
        SELF,
        COLLEAGUE,
        LEADER,
        ACTIVATION,
        GROUP,
        PHONE,
        NONE
    }

    public enum Channel {
        MESSAGES,
        CALL,
        TEXT,
        VIDEO,
        IN_PERSON,
        NONE
    }

    public enum Minutes {
        NONE,
        TO_15,
        TO_30,
        TO_60,
        OVER_60
    }

    public enum Contacts {
        NONE,
        ONE,
        TWO,
        THREE_TO_FIVE,
        MORE
    }

    public enum Outcome {
        TALKED,
        NO_THANKS,
        NO_ANSWER,
        HANDED_OFF_EAP,
        HANDED_OFF_THERAPIST,
        HANDED_OFF_CHAPLAIN,
        HANDED_OFF_PHYSICIAN_HEALTH,
        HANDED_OFF_CRISIS,
        HANDED_OFF_OTHER,
        WITHDRAWN
    }

    public static final String UNKNOWN = "unknown";
}
