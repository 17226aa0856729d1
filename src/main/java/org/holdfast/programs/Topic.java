package org.holdfast.programs;

import java.util.Arrays;
import java.util.List;

/// What it may be about, in the order in which pages show it: first what nobody needs an event for, then the rest.
/// Words: `asking.topic.<name>`.
public enum Topic {
    TALK,
    BURNED_OUT,
    SLEEP,
    ANGRY_OR_ANXIOUS,
    WORK_AND_HOME,
    MONEY,
    UNFAIR_TREATMENT,
    WHAT_IS_NEXT,
    ERROR,
    OUTCOME_OR_DEATH,
    COMPLAINT_OR_LAWSUIT,
    VIOLENCE,
    MORAL_DISTRESS,
    GRIEF,
    CONFLICT,
    OWN_HEALTH_OR_FAMILY;

    private static final int FIRST = 8;

    public static List<Topic> first() {
        return Arrays.asList(values()).subList(0, FIRST);
    }

    public static List<Topic> more() {
        return Arrays.asList(values()).subList(FIRST, values().length);
    }
}
