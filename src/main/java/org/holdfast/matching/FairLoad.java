package org.holdfast.matching;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Collection;

/// How much each supporter counts as having carried. It is measured over the whole approved pool and knows nothing of
/// the request, so that a veto cannot move anyone else.
record FairLoad(double median, Rules rules, LocalDate today) {

    /// The days that a recent load covers: six months.
    private static final double WINDOW = 182;

    static FairLoad over(Collection<Candidate> pool, Rules rules, LocalDate today) {
        double[] loads = pool.stream()
                .filter(candidate -> candidate.standing().approved() && !isNew(candidate, rules, today))
                .mapToDouble(Candidate::recentLoad)
                .sorted()
                .toArray();
        int half = loads.length / 2;
        double median =
                loads.length == 0 ? 0 : loads.length % 2 == 1 ? loads[half] : (loads[half - 1] + loads[half]) / 2;
        return new FairLoad(median, rules, today);
    }

    /// A newcomer counts as having carried at least what the middle of the pool has, and each of their talks counts
    /// more than once (twice, at a share of one half): an empty record must not draw every request. Later, the part
    /// of the six months before they joined counts as the median, so that they are not flooded when ease-in ends.
    double of(Candidate candidate) {
        if (isNew(candidate, rules, today)) {
            return Math.max(median, candidate.recentLoad() / rules.easeInShare());
        }
        long served = DAYS.between(candidate.profile().joinedOn(), today);
        return candidate.recentLoad() + median * Math.max(0, WINDOW - served) / WINDOW;
    }

    private static boolean isNew(Candidate candidate, Rules rules, LocalDate today) {
        return candidate.profile().joinedOn().plusMonths(rules.easeInMonths()).isAfter(today);
    }
}
