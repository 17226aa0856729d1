package org.holdfast.requests.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.encounters.Tally;
import org.holdfast.programs.Places.Profession;
import org.holdfast.programs.Topic;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Option;
import org.jspecify.annotations.Nullable;

/// The coded tally as radio buttons, all chosen beforehand.
public record TallyForm(List<Question> questions) {

    /// @param error what is wrong with the answer; null for nothing
    public record Question(
            String name,
            String label,
            List<Option> options,
            Set<String> chosen,
            @Nullable String error) {}

    /// @param chosen the answer of each question, by its name
    /// @param errors the message of each question that was refused
    static TallyForm of(
            Frame frame, List<Profession> professions, Map<String, String> chosen, Map<String, String> errors) {
        var questions = new ArrayList<Question>();
        var options = new LinkedHashMap<String, List<Option>>();
        options.put("outcome", coded(frame, "outcome", Tally.Outcome.values()));
        options.put("channel", coded(frame, "channel", Tally.Channel.values()));
        options.put("minutes", coded(frame, "minutes", Tally.Minutes.values()));
        options.put("contacts", coded(frame, "contacts", Tally.Contacts.values()));
        options.put("profession", families(frame, professions));
        options.put("topic", topics(frame));
        options.forEach((name, choices) -> questions.add(new Question(
                name,
                frame.t("requests.tally." + name),
                choices,
                chosen.containsKey(name) ? Set.of(chosen.get(name)) : Set.of(),
                errors.get(name))));
        return new TallyForm(List.copyOf(questions));
    }

    /// For the list of what to mend.
    public List<Field> fields() {
        return questions.stream()
                .map(question -> new Field(question.name(), question.label(), "", question.error()))
                .toList();
    }

    private static List<Option> coded(Frame frame, String name, Enum<?>[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Option(code.name(), frame.t("requests.tally." + name + "." + code.name())))
                .toList();
    }

    private static List<Option> topics(Frame frame) {
        var topics = new ArrayList<Option>();
        for (Topic topic : Topic.values()) {
            topics.add(new Option(topic.name(), frame.t("asking.topic." + topic.name())));
        }
        topics.add(unknown(frame));
        return topics;
    }

    /// Professions count in families, so that rare ones do not stand out; a family is named by its members.
    private static List<Option> families(Frame frame, List<Profession> professions) {
        var names = new LinkedHashMap<String, String>();
        for (Profession profession : professions) {
            names.merge(profession.family(), profession.name().in(frame.lang()), (one, other) -> one + ", " + other);
        }
        var families = new ArrayList<Option>();
        names.forEach((family, name) -> families.add(new Option(family, name)));
        families.add(unknown(frame));
        return families;
    }

    private static Option unknown(Frame frame) {
        return new Option(Tally.UNKNOWN, frame.t("requests.tally.unknown"));
    }
}
