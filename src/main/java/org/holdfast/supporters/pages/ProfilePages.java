package org.holdfast.supporters.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Places;
import org.holdfast.programs.Policies;
import org.holdfast.programs.StaffNav;
import org.holdfast.programs.Topic;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Option;
import org.holdfast.shared.web.Page;
import org.holdfast.supporters.Hours;
import org.holdfast.supporters.Presence;
import org.holdfast.supporters.Profile;
import org.holdfast.supporters.Profiles;
import org.holdfast.supporters.Span;
import org.holdfast.supporters.pages.ProfilePage.About;
import org.holdfast.supporters.pages.ProfilePage.Choice;
import org.holdfast.supporters.pages.ProfilePage.Week;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes a supporter's own page from what is kept and from what was typed.
@Component
class ProfilePages {

    /// Languages often spoken in the US (Census Bureau, American Community Survey), beside what is kept already.
    private static final List<String> LANGUAGES =
            List.of("en", "es", "zh", "tl", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "de", "pl", "it", "fa");

    private final Profiles profiles;
    private final Hours hours;
    private final Presence presence;
    private final Places places;
    private final Policies policies;
    private final Frames frames;
    private final Clock clock;

    ProfilePages(
            Profiles profiles,
            Hours hours,
            Presence presence,
            Places places,
            Policies policies,
            Frames frames,
            Clock clock) {
        this.profiles = profiles;
        this.hours = hours;
        this.presence = presence;
        this.places = places;
        this.policies = policies;
        this.frames = frames;
        this.clock = clock;
    }

    Page opened(HttpServletRequest request, Member member, @Nullable String said) {
        return new Page("supporters/profile", page(request, member, Typed.NOTHING, said));
    }

    Page refused(HttpServletRequest request, Member member, Typed typed) {
        return Page.refused("supporters/profile", page(request, member, typed, null));
    }

    private ProfilePage page(HttpServletRequest request, Member member, Typed typed, @Nullable String said) {
        Frame frame = frames.staff(request);
        ZoneId zone = ProgramContext.current().zone();
        Profile profile = profiles.of(member.id()).orElseThrow(NotFound::new);
        Presence.Now now = presence.of(member.id()).orElseThrow(NotFound::new);
        return new ProfilePage(
                frame,
                StaffNav.of(frame, member, "profile"),
                Moments.of(frame, zone, clock),
                about(frame, profile, typed),
                week(frame, hours.of(member.id()), typed),
                hours.absences(member.id()),
                typed.field(frame, "from", ""),
                typed.field(frame, "to", ""),
                now,
                typed.field(frame, "capacity", Integer.toString(now.capacity())),
                typed.field(frame, "until", until(now, zone)),
                said);
    }

    /// As the browser's own field for a day and time has it.
    private String until(Presence.Now now, ZoneId zone) {
        var until = now.onCallUntil();
        boolean past = until == null || !until.isAfter(clock.instant());
        return past
                ? ""
                : LocalDateTime.ofInstant(until, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    private About about(Frame frame, Profile profile, Typed typed) {
        boolean form = typed.has("about");
        Profile.Gender gender = profile.gender();
        return new About(
                typed.field(frame, "profession", orEmpty(profile.profession())),
                places.professions().stream()
                        .map(one -> new Option(one.code(), one.name().in(frame.lang())))
                        .toList(),
                typed.field(frame, "specialty", orEmpty(profile.specialty())),
                choice(frame, typed, form, "gender", genders(frame), Set.of(gender == null ? "" : gender.name())),
                choice(frame, typed, form, "languages", languages(frame, profile), Set.copyOf(profile.languages())),
                typed.field(frame, "site", id(profile.site())),
                places.sites().stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                typed.field(frame, "department", id(profile.department())),
                places.departments().stream()
                        .filter(one -> one.live() || one.id().equals(profile.department()))
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                choice(frame, typed, form, "topics", topics(frame), profile.topics()),
                form ? typed.has("published") : profile.published(),
                policies.current().privacy().publishedList());
    }

    private static Choice choice(
            Frame frame, Typed typed, boolean form, String name, List<Option> options, Set<String> kept) {
        return new Choice(
                options, form ? Set.copyOf(new TreeSet<>(typed.all(name))) : kept, typed.error(frame.texts(), name));
    }

    private static List<Option> genders(Frame frame) {
        var genders = new ArrayList<Option>();
        for (Profile.Gender gender : Profile.Gender.values()) {
            genders.add(new Option(gender.name(), frame.t("supporters.profile.gender." + gender)));
        }
        genders.add(new Option("", frame.t("supporters.profile.notSaid")));
        return genders;
    }

    private static List<Option> languages(Frame frame, Profile profile) {
        var tags = new ArrayList<>(LANGUAGES);
        profile.languages().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
        Locale page = Locale.of(frame.lang());
        return tags.stream()
                .map(tag -> new Option(tag, Locale.of(tag).getDisplayLanguage(page)))
                .toList();
    }

    private static List<Option> topics(Frame frame) {
        var topics = new ArrayList<Option>();
        for (Topic topic : Topic.values()) {
            topics.add(new Option(topic.name(), frame.t("asking.topic." + topic)));
        }
        return topics;
    }

    /// The rows as typed, else those that are kept, with an empty one after each day that is not full.
    private static Week week(Frame frame, List<Span> kept, Typed typed) {
        var rows = new ArrayList<Week.Row>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.of(frame.lang()));
            var spans = new ArrayList<List<String>>();
            if (typed.has("hoursDay")) {
                HoursTyped.rows(typed).stream()
                        .filter(row -> row.day().equals(Integer.toString(day.getValue())))
                        .forEach(row -> spans.add(List.of(row.from(), row.to())));
            } else {
                kept.stream()
                        .filter(span -> span.day() == day)
                        .forEach(span -> spans.add(
                                List.of(span.from().toString(), span.to().toString())));
                if (kept.stream().noneMatch(span -> span.day() == day && isWholeDay(span))) {
                    spans.add(List.of("", ""));
                }
            }
            for (int i = 0; i < spans.size(); i++) {
                rows.add(new Week.Row(
                        day.getValue(),
                        name,
                        i == 0,
                        spans.get(i).get(0),
                        spans.get(i).get(1)));
            }
        }
        return new Week(rows, typed.error(frame.texts(), "hours"));
    }

    private static boolean isWholeDay(Span span) {
        return span.from().equals(LocalTime.MIDNIGHT) && span.to().equals(LocalTime.MIDNIGHT);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String id(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
