package org.holdfast.matching;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.matching.Candidate.Standing;
import org.holdfast.matching.Need.FromDepartment;
import org.holdfast.matching.Rules.SameDepartment;
import org.jspecify.annotations.Nullable;

/// Who is not proposed: the one predicate behind the list and behind the check at the moment of acceptance.
final class Exclusions {

    private Exclusions() {}

    /// The supporter's own causes come first, so that nobody learns of a veto from a cause that vanishes.
    static Optional<Cause> cause(Need need, Candidate candidate, Rules rules, LocalDate today) {
        Optional<Cause> own = ownCause(candidate.standing(), today);
        if (own.isPresent()) {
            return own;
        }
        return standsInTheWay(need, candidate, rules) ? Optional.of(Cause.MAY_NOT_BE_PROPOSED) : Optional.empty();
    }

    /// What is never recorded as done has lapsed.
    static Optional<Cause> ownCause(Standing standing, LocalDate today) {
        if (!standing.approved()) {
            return Optional.of(Cause.NOT_APPROVED);
        }
        if (!standing.ready()) {
            return Optional.of(Cause.KEY_NOT_READY);
        }
        if (lapsed(standing.trainingDue(), today)) {
            return Optional.of(Cause.TRAINING_LAPSED);
        }
        if (lapsed(standing.agreementDue(), today)) {
            return Optional.of(Cause.AGREEMENT_LAPSED);
        }
        if (standing.paused()) {
            return Optional.of(Cause.PAUSED);
        }
        if (standing.away()) {
            return Optional.of(Cause.AWAY);
        }
        return standing.openPairings() >= standing.capacity() ? Optional.of(Cause.AT_CAPACITY) : Optional.empty();
    }

    private static boolean lapsed(@Nullable LocalDate lastDay, LocalDate today) {
        return lastDay == null || lastDay.isBefore(today);
    }

    private static boolean standsInTheWay(Need need, Candidate candidate, Rules rules) {
        return need.notProposed().contains(candidate.id())
                || hasPowerOver(need, candidate)
                || comesFromTheWrongDepartment(need, candidate, rules)
                || !candidate.profile().languages().contains(need.language());
    }

    /// Where the person names no department, anybody's leader could be theirs.
    private static boolean hasPowerOver(Need need, Candidate candidate) {
        return need.departments().isEmpty()
                ? !candidate.duties().isEmpty()
                : candidate.duties().keySet().stream().anyMatch(need.departments()::contains);
    }

    private static boolean comesFromTheWrongDepartment(Need need, Candidate candidate, Rules rules) {
        if (need.departments().isEmpty()) {
            return false; // own and other cannot be told apart, even where one of them is wished
        }
        boolean own = fromOwnDepartment(need, candidate);
        FromDepartment wish = need.wishes().department();
        if (wish == null) {
            // whoever asks for a colleague of their own department by name has wished it
            return own
                    && rules.sameDepartment() == SameDepartment.ONLY_IF_WISHED
                    && !candidate.id().equals(need.wishes().supporter());
        }
        return switch (wish) {
            case OWN -> !own;
            case OTHER -> own;
            case ANY -> false;
        };
    }

    static boolean fromOwnDepartment(Need need, Candidate candidate) {
        UUID department = candidate.profile().department();
        return department != null && need.departments().contains(department);
    }
}
