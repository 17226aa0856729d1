package org.holdfast.matching;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the server knows plainly of one request, and all that matching may know of it. Nothing sealed comes in here.
///
/// @param request only to break ties differently from request to request
/// @param sites where the person works, as they named it; may be empty
/// @param departments where the person works, as they named it; may be empty, may be several
/// @param language the language the talk is to be held in, as a BCP 47 tag; only its first part counts
/// @param notProposed supporters who must not be proposed: ruled out by the person, passed before (a no, a clock run
/// out, a pairing given back or changed), party to the same event; one set, so that nobody can tell which
public record Need(
        UUID request,
        HowSoon howSoon,
        @Nullable String profession,
        @Nullable String specialty,
        Set<UUID> sites,
        Set<UUID> departments,
        Set<String> topics,
        String language,
        Set<Way> ways,
        Wishes wishes,
        Set<UUID> notProposed) {

    public enum HowSoon {
        NOW,
        TODAY,
        FEW_DAYS,
        NO_HURRY
    }

    public enum Way {
        CALL,
        TEXT,
        VIDEO,
        IN_PERSON,
        HERE
    }

    /// Whether the supporter may come from a department the person named.
    public enum FromDepartment {
        OWN,
        OTHER,
        ANY
    }

    /// What the person would like of a supporter; null where they said nothing.
    ///
    /// @param department null means: as the program's rules have it, usually other than their own
    /// @param supporter one supporter asked for by name
    public record Wishes(
            @Nullable String profession,
            @Nullable String gender,
            @Nullable String language,
            @Nullable FromDepartment department,
            @Nullable UUID site,
            @Nullable UUID organisation,
            @Nullable UUID supporter) {

        public static final Wishes NONE = new Wishes(null, null, null, null, null, null, null);

        public Wishes {
            language = language == null ? null : Language.spoken(language);
        }

        @Override
        public String toString() {
            return "Wishes[not printed]";
        }
    }

    public Need {
        language = Language.spoken(language);
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
        topics = Set.copyOf(topics);
        ways = Set.copyOf(ways);
        notProposed = Set.copyOf(notProposed);
    }

    /// Vetoes and departments point at a person, so they never reach a log line by way of a message.
    @Override
    public String toString() {
        return "Need[not printed]";
    }
}
