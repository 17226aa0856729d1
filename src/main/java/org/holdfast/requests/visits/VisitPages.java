package org.holdfast.requests.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Places;
import org.holdfast.programs.Places.HandOffKind;
import org.holdfast.programs.Policies;
import org.holdfast.programs.Policy;
import org.holdfast.programs.ProgramTexts;
import org.holdfast.programs.ProgramTexts.Kind;
import org.holdfast.programs.Role;
import org.holdfast.programs.Topic;
import org.holdfast.requests.VisitPage;
import org.holdfast.requests.VisitPage.OtherHelp;
import org.holdfast.requests.VisitPage.PublicSupporter;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Option;
import org.holdfast.supporters.Profile;
import org.holdfast.supporters.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills the asker's document with what the program at hand offers: nothing in it depends on who reads it.
@Component
class VisitPages {

    /// Places for supporters to ask, not for askers.
    private static final Set<HandOffKind> BEHIND_THE_SCENES =
            Set.of(HandOffKind.CONSULTANT, HandOffKind.DANGER_CONTACT);

    private final Policies policies;
    private final Places places;
    private final ProgramTexts texts;
    private final Members members;
    private final Profiles profiles;

    VisitPages(Policies policies, Places places, ProgramTexts texts, Members members, Profiles profiles) {
        this.policies = policies;
        this.places = places;
        this.texts = texts;
        this.members = members;
        this.profiles = profiles;
    }

    @Transactional(readOnly = true)
    public VisitPage of(Frame frame) {
        Policy policy = policies.current();
        String lang = frame.lang();
        Map<MemberId, Profile> profiles = this.profiles.all();
        return new VisitPage(
                frame,
                places.professions().stream()
                        .map(one -> new Option(one.code(), one.name().in(lang)))
                        .toList(),
                places.organisations().stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                places.sites().stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                places.departments().stream()
                        .filter(Places.Department::live)
                        .map(one -> new Option(one.id().toString(), one.name(), text(one.site())))
                        .toList(),
                topics(frame, Topic.first()),
                topics(frame, Topic.more()),
                languages(profiles),
                policy.privacy().publishedList() ? supporters(profiles, lang) : List.of(),
                places.handOffPlaces().stream()
                        .filter(place -> !BEHIND_THE_SCENES.contains(place.kind()))
                        .map(place -> new OtherHelp(
                                place.name(), place.contact(), place.whoLearns().in(lang)))
                        .toList(),
                programTexts(lang),
                frame.t("visit.fast", policy.firstContact().hours()),
                policy.privacy().endedDays(),
                policy.privacy().backupDays(),
                policy.offers().nameFirst());
    }

    private static List<Option> topics(Frame frame, List<Topic> topics) {
        return topics.stream()
                .map(topic -> new Option(topic.name(), frame.t("asking.topic." + topic.name())))
                .toList();
    }

    /// The two of every page, and whatever else supporters speak; each named in itself.
    private static List<Option> languages(Map<MemberId, Profile> profiles) {
        Set<String> spoken = new TreeSet<>(Set.of("en", "es"));
        profiles.values().forEach(profile -> spoken.addAll(profile.languages()));
        return spoken.stream().map(VisitPages::language).toList();
    }

    private static Option language(String code) {
        Locale locale = Locale.of(code);
        String name = locale.getDisplayLanguage(locale);
        return new Option(code, name.substring(0, 1).toUpperCase(locale) + name.substring(1));
    }

    /// Only who lets their name stand there.
    private List<PublicSupporter> supporters(Map<MemberId, Profile> profiles, String lang) {
        Map<String, String> professions = places.professions().stream()
                .collect(Collectors.toMap(
                        Places.Profession::code, one -> one.name().in(lang)));
        List<PublicSupporter> found = new ArrayList<>();
        for (Member member : members.with(Role.SUPPORTER, false)) {
            Profile profile = profiles.get(member.id());
            if (profile != null && profile.published()) {
                String profession = profile.profession();
                String about = profession == null ? "" : professions.getOrDefault(profession, "");
                found.add(new PublicSupporter(member.id().value().toString(), member.name(), about));
            }
        }
        return found;
    }

    /// What supporters may say in danger is theirs alone.
    private Map<String, String> programTexts(String lang) {
        Map<String, String> found = new TreeMap<>();
        for (Kind kind : List.of(Kind.PRIVACY, Kind.EXCEPTIONS, Kind.LAW, Kind.OPENING_HOURS)) {
            texts.html(kind, lang).ifPresent(html -> found.put(kind.name(), html));
        }
        return found;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
