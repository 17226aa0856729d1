package org.holdfast.requests.pages;

import java.util.Collection;
import java.util.stream.Collectors;
import org.holdfast.matching.Need.Way;
import org.holdfast.requests.pairings.TalkView;
import org.holdfast.shared.web.Frame;

/// How pages name what a request is.
public final class TalkWords {

    private TalkWords() {}

    /// The key of the words for where a talk stands.
    public static String state(TalkView talk) {
        return "requests.talk.state." + name(talk);
    }

    /// How its badge is shown.
    public static String mark(TalkView talk) {
        return switch (name(talk)) {
            case "danger" -> "danger";
            case "talking" -> "good";
            case "ended" -> "";
            default -> "watch";
        };
    }

    private static String name(TalkView talk) {
        if (talk.endedOn() != null) {
            return "ended";
        }
        if (talk.dangerMarked()) {
            return "danger";
        }
        if (talk.changeAsked()) {
            return "change";
        }
        return talk.contacted() ? "talking" : "contact";
    }

    static String ways(Frame frame, Collection<Way> ways) {
        return ways.stream().sorted().map(way -> frame.t("requests.way." + way)).collect(Collectors.joining(", "));
    }

    static String topics(Frame frame, Collection<String> topics) {
        return topics.stream()
                .sorted()
                .map(topic -> frame.t("asking.topic." + topic))
                .collect(Collectors.joining(", "));
    }

    /// A language under its name in the language of the page.
    public static String language(Frame frame, String tag) {
        var locale = java.util.Locale.of(frame.lang());
        String name = java.util.Locale.forLanguageTag(tag).getDisplayLanguage(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
