package org.holdfast.matching;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// How many people of each profession work in each department: what the rule of k is measured by. The numbers are the
/// program's own head counts; a department or profession without a number counts as nobody.
///
/// @param people department, then profession, then heads
public record Census(Map<UUID, Map<String, Integer>> people) {

    public Census {
        people = people.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    /// Whether people may read where this request comes from: a department is named, and each one named has at least k
    /// people of that profession (of all professions, where none is named).
    public boolean placeMayBeShown(Need need, int k) {
        return !need.departments().isEmpty()
                && need.departments().stream().allMatch(department -> crowd(department, need) >= k);
    }

    /// Whether people may read what this request is about: as for the place; and where no department is named, the
    /// whole program is the crowd.
    public boolean topicMayBeShown(Need need, int k) {
        return need.departments().isEmpty()
                ? people.keySet().stream()
                                .mapToLong(department -> crowd(department, need))
                                .sum()
                        >= k
                : placeMayBeShown(need, k);
    }

    private long crowd(UUID department, Need need) {
        Map<String, Integer> heads = people.getOrDefault(department, Map.of());
        String profession = need.profession();
        return profession == null
                ? heads.values().stream().mapToLong(Integer::longValue).sum()
                : heads.getOrDefault(profession, 0);
    }
}
