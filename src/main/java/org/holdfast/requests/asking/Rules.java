package org.holdfast.requests.asking;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.programs.Policy;

/// What a program accepts: its policy, the choices on its page, its supporters' names.
///
/// @param intakeNumbers the intake keys to which a note may be closed
/// @param published supporters who may be asked for by name; empty unless policy publishes the list
record Rules(
        Policy policy,
        Set<String> professions,
        Set<UUID> sites,
        Set<UUID> departments,
        Set<UUID> organisations,
        Set<Integer> intakeNumbers,
        List<Supporter> supporters,
        Set<UUID> published) {

    record Supporter(UUID id, String name) {}

    boolean isSupporter(UUID id) {
        return supporters.stream().anyMatch(supporter -> supporter.id().equals(id));
    }
}
