package org.holdfast.supporters;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a supporter tells of themself; all of it may be left out but one language.
///
/// @param profession code of one of the program's professions
/// @param languages BCP 47, the first part alone
/// @param topics names of topics in which they have experience
/// @param published may stand on the program's public list, where policy has one
public record Profile(
        @Nullable String profession,
        @Nullable String specialty,
        @Nullable Gender gender,
        List<String> languages,
        @Nullable UUID site,
        @Nullable UUID department,
        Set<String> topics,
        boolean published) {

    public enum Gender {
        WOMAN,
        MAN,
        NON_BINARY
    }

    public Profile {
        languages = List.copyOf(languages);
        topics = Set.copyOf(topics);
    }
}
