package org.holdfast.supporters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Places;
import org.holdfast.shared.Limit;
import org.holdfast.supporters.Profile.Gender;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What supporters tell of themselves, each of themself alone.
@Component
public class Profiles {

    private static final int LANGUAGES = 10;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern TOPIC = Pattern.compile("[A-Z_]{2,40}");

    private final JdbcClient jdbc;
    private final Places places;
    private final RosterNews news;

    Profiles(JdbcClient jdbc, Places places, RosterNews news) {
        this.jdbc = jdbc;
        this.places = places;
        this.news = news;
    }

    @Transactional(readOnly = true)
    public Optional<Profile> of(MemberId supporter) {
        return jdbc.sql("""
                        select profession, specialty, gender, languages, site_id, department_id, topics, published
                        from supporters.supporter where id = :id and state = 'APPROVED'""")
                .param("id", supporter.value())
                .query((row, n) -> RosterStore.profile(row))
                .optional();
    }

    /// Of everybody who has not left.
    @Transactional(readOnly = true)
    public Map<MemberId, Profile> all() {
        Map<MemberId, Profile> found = new HashMap<>();
        jdbc.sql("""
                        select id, profession, specialty, gender, languages, site_id, department_id, topics, published
                        from supporters.supporter where state <> 'LEFT'""").query(row -> {
            found.put(new MemberId(row.getObject("id", UUID.class)), RosterStore.profile(row));
        });
        return found;
    }

    @Transactional
    public Saved change(MemberId supporter, Profile profile) {
        Map<String, String> errors = errors(profile);
        if (!errors.isEmpty()) {
            return new Saved.Refused(errors);
        }
        Gender gender = profile.gender();
        jdbc.sql("""
                        update supporters.supporter
                        set profession = :profession, specialty = :specialty, gender = :gender, languages = :languages,
                            site_id = :site, department_id = :department, topics = :topics, published = :published
                        where id = :id and state = 'APPROVED'""")
                .param("profession", profile.profession())
                .param("specialty", profile.specialty())
                .param("gender", gender == null ? null : gender.name())
                .param("languages", profile.languages().toArray(String[]::new))
                .param("site", profile.site())
                .param("department", profile.department())
                .param("topics", profile.topics().toArray(String[]::new))
                .param("published", profile.published())
                .param("id", supporter.value())
                .update();
        news.tell();
        return new Saved.Done();
    }

    private Map<String, String> errors(Profile profile) {
        var errors = new HashMap<String, String>();
        refuse(errors, "profession", profile.profession(), codes(), "choice");
        refuse(errors, "site", profile.site(), sites(), "choice");
        refuse(errors, "department", profile.department(), departments(), "choice");
        String specialty = profile.specialty();
        if (specialty != null && specialty.length() > Limit.SPECIALTY.number()) {
            errors.put("specialty", "supporters.refused.tooLong");
        }
        if (profile.languages().isEmpty()) {
            errors.put("languages", "supporters.refused.language");
        } else if (profile.languages().size() > LANGUAGES
                || !profile.languages().stream()
                        .allMatch(one -> LANGUAGE.matcher(one).matches())
                || Set.copyOf(profile.languages()).size() != profile.languages().size()) {
            errors.put("languages", "supporters.refused.choice");
        }
        if (profile.topics().size() > Limit.CHOICES.number()
                || !profile.topics().stream().allMatch(one -> TOPIC.matcher(one).matches())) {
            errors.put("topics", "supporters.refused.choice");
        }
        return errors;
    }

    private static <T> void refuse(
            Map<String, String> errors, String field, @Nullable T chosen, Set<T> offered, String key) {
        if (chosen != null && !offered.contains(chosen)) {
            errors.put(field, "supporters.refused." + key);
        }
    }

    private Set<String> codes() {
        return places.professions().stream().map(Places.Profession::code).collect(Collectors.toSet());
    }

    private Set<UUID> sites() {
        return places.sites().stream().map(Places.Site::id).collect(Collectors.toSet());
    }

    private Set<UUID> departments() {
        return places.departments().stream().map(Places.Department::id).collect(Collectors.toSet());
    }
}
