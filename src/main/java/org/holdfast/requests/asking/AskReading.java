package org.holdfast.requests.asking;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Need.HowSoon;
import org.holdfast.matching.Need.Way;
import org.holdfast.matching.Need.Wishes;
import org.holdfast.programs.Topic;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Limit;
import org.holdfast.shared.Program;
import org.holdfast.shared.Secret;
import org.holdfast.shared.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks what was posted against what the program accepts.
final class AskReading {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> GENDERS = Set.of("WOMAN", "MAN", "NON_BINARY");

    sealed interface Read {

        record Fits(Ask ask) implements Read {}

        /// @param errors words by field
        record Refused(Map<String, String> errors) implements Read {}
    }

    private final ObjectNode json;
    private final Rules rules;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Fields fields;

    private AskReading(ObjectNode json, Rules rules, Texts texts) {
        this.json = json;
        this.rules = rules;
        this.fields = new Fields(json, errors, texts);
    }

    /// @param pageLanguage for the words, where the post names none
    static Read read(ObjectNode json, Rules rules, Program program, String pageLanguage) {
        String language = language(json).orElse(pageLanguage);
        AskReading reading = new AskReading(json, rules, Texts.in(language));
        if (!rules.policy().doors().self()) {
            return new Read.Refused(Map.of("door", closed(program, language)));
        }
        return reading.read();
    }

    private Read read() {
        RequestId id = fields.one(
                "id",
                text -> Fields.uuid(text)
                        .filter(one -> one.version() == 4 && one.variant() == 2)
                        .map(RequestId::new));
        Secret locator = fields.bytes("locator", 16);
        Secret secretHash = fields.bytes("secretHash", 32);
        Ciphertext memory = fields.envelope("memory", Ciphertext.Kind.MEMORY);
        Ciphertext note = fields.envelope("note", Ciphertext.Kind.NOTE);
        checkIntake(note);
        HowSoon howSoon = fields.one("howSoon", Fields.of(HowSoon.class));
        Set<Way> ways = fields.any("ways", Way.values().length, Fields.of(Way.class));
        String language = fields.one("language", text -> Optional.of(text).filter(Set.of("en", "es")::contains));
        Ask.About about = about();
        Wishes wishes = wishes(fields.within("wishes"));
        Set<UUID> ruledOut = ruledOut();
        boolean nameFirst = fields.yes("nameFirst");
        boolean danger = fields.yes("danger");
        String address = address();
        require("id", id, "asking.error.closing");
        require("howSoon", howSoon, "asking.error.missing");
        require("language", language, "asking.error.choose");
        if (ways.isEmpty()) {
            fields.refuse("ways", "asking.error.missing");
        }
        if (nameFirst && !rules.policy().offers().nameFirst()) {
            fields.refuse("nameFirst", "asking.error.choose");
        }
        if (!errors.isEmpty()) {
            return new Read.Refused(errors);
        }
        return new Read.Fits(new Ask(
                requireNonNull(id),
                requireNonNull(locator),
                requireNonNull(secretHash),
                requireNonNull(memory),
                requireNonNull(note),
                requireNonNull(howSoon),
                ways,
                requireNonNull(language),
                about,
                wishes,
                ruledOut,
                nameFirst,
                danger,
                address,
                posted()));
    }

    private void require(String name, @Nullable Object value, String key) {
        if (value == null) {
            fields.refuse(name, key);
        }
    }

    /// A note for another key than the present ones: the browser fetches the keys and closes it anew.
    private void checkIntake(@Nullable Ciphertext note) {
        int number = fields.number("intakeNumber");
        boolean known = rules.intakeNumbers().contains(number);
        if (number > 0 && note != null && (!known || note.keyNumber() != number)) {
            errors.put("intakeNumber", "stale");
        }
    }

    private Ask.About about() {
        return new Ask.About(
                fields.one("profession", Fields.among(rules.professions(), Optional::of)),
                fields.text("specialty", Limit.SPECIALTY.number()),
                fields.any("sites", Limit.CHOICES.number(), Fields.among(rules.sites(), Fields::uuid)),
                fields.any("departments", Limit.CHOICES.number(), Fields.among(rules.departments(), Fields::uuid)),
                fields.any("topics", Limit.CHOICES.number(), Fields.of(Topic.class)));
    }

    private Wishes wishes(Fields wish) {
        return new Wishes(
                wish.one("profession", Fields.among(rules.professions(), Optional::of)),
                wish.one("gender", Fields.among(GENDERS, Optional::of)),
                wish.one("language", text -> Optional.of(text).filter(LANGUAGE.asMatchPredicate())),
                wish.one("department", Fields.of(FromDepartment.class)),
                wish.one("site", Fields.among(rules.sites(), Fields::uuid)),
                wish.one("organisation", Fields.among(rules.organisations(), Fields::uuid)),
                wish.one("supporter", Fields.among(rules.published(), Fields::uuid)));
    }

    /// Ids and names of supporters become ids; whatever is no supporter's is dropped, and the answer does not say.
    private Set<UUID> ruledOut() {
        Function<String, Optional<UUID>> id = Fields::uuid;
        Set<UUID> out = new HashSet<>(fields.any("ruledOut", Limit.RULED_OUT.number(), id));
        out.removeIf(one -> !rules.isSupporter(one));
        List<String> names = fields.strings("ruledOutNames", Limit.RULED_OUT.number());
        if (names.stream().anyMatch(name -> name.length() > Limit.NAME.number())) {
            fields.refuse("ruledOutNames", "asking.error.tooLong", Limit.NAME.number());
            return out;
        }
        for (Rules.Supporter supporter : rules.supporters()) {
            if (names.stream().anyMatch(name -> TypedNames.meet(name, supporter.name()))) {
                out.add(supporter.id());
            }
        }
        return out;
    }

    private @Nullable String address() {
        JsonNode notify = json.path("notify");
        if (notify.isMissingNode() || notify.isNull()) {
            return null;
        }
        JsonNode typed = notify.path("address");
        String address = typed.isString() ? typed.stringValue().strip() : "";
        if (address.length() > Limit.MAIL_ADDRESS.number()
                || !ADDRESS.matcher(address).matches()) {
            fields.refuse("notify", "asking.error.address");
            return null;
        }
        return address;
    }

    /// A hash of the people left out would tell a veto from a pass to whoever tries all names; so they are not in it.
    private Secret posted() {
        ObjectNode kept = json.deepCopy();
        kept.remove(List.of("ruledOut", "ruledOutNames", "notify"));
        kept.put("notify", fields.given("notify"));
        return new Secret(Secret.of(kept.toString()).hash());
    }

    private static Optional<String> language(ObjectNode json) {
        JsonNode language = json.path("language");
        return language.isString() && Set.of("en", "es").contains(language.stringValue())
                ? Optional.of(language.stringValue())
                : Optional.empty();
    }

    private static String closed(Program program, String language) {
        List<String> lines = program.lines().stream()
                .map(line -> line.name().in(language).equals(line.call())
                        ? line.call()
                        : line.name().in(language) + ": " + line.call())
                .toList();
        return Texts.in(language).of("asking.error.door", String.join("; ", lines));
    }
}
