package org.holdfast.matching;

import java.util.Locale;

/// Why someone is proposed where they are, in the order a screen lists them.
public enum Reason {
    NAMED(Tells.NOTHING_RARE),
    WISHED_PROFESSION(Tells.NOTHING_RARE),
    WISHED_GENDER(Tells.NOTHING_RARE),
    WISHED_LANGUAGE(Tells.NOTHING_RARE),
    WISHED_SITE(Tells.NOTHING_RARE),
    WISHED_ORGANISATION(Tells.NOTHING_RARE),
    SAME_PROFESSION(Tells.NOTHING_RARE),
    SAME_SPECIALTY(Tells.PLACE),
    OWN_DEPARTMENT(Tells.PLACE),
    KNOWS_TOPIC(Tells.TOPIC),
    SAME_SITE(Tells.PLACE),
    CAN_MEET(Tells.PLACE),
    ON_CALL(Tells.NOTHING_RARE),
    IN_TIME(Tells.NOTHING_RARE),
    SPEAKS_LANGUAGE(Tells.NOTHING_RARE),
    LIGHT_LOAD(Tells.NOTHING_RARE);

    /// What a reason gives away of the person asking. Specialty and site are treated like the department: each can be
    /// as rare, and no count of its own guards it.
    enum Tells {
        NOTHING_RARE,
        TOPIC,
        PLACE
    }

    private final Tells tells;

    Reason(Tells tells) {
        this.tells = tells;
    }

    Tells tells() {
        return tells;
    }

    /// The key of the message a screen shows.
    public String key() {
        return "matching.reason." + name().toLowerCase(Locale.ROOT);
    }
}
