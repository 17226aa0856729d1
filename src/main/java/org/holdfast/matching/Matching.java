package org.holdfast.matching;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.matching.Ranking.Exclusion;
import org.holdfast.matching.Ranking.Named;
import org.holdfast.matching.Ranking.Proposal;
import org.holdfast.matching.Scoring.Fit;

/// Who may support whom, in which order, and why. Equal inputs give equal answers, in whatever order they come; nothing
/// is read from a clock, a table or chance.
public final class Matching {

    private Matching() {}

    /// Ranks all supporters of a program for one request.
    ///
    /// @param candidates each supporter once
    /// @param now in the program's own zone: due dates and "today" follow its calendar
    public static Ranking rank(
            Need need, Collection<Candidate> candidates, Rules rules, Census census, ZonedDateTime now) {
        if (candidates.stream().map(Candidate::id).distinct().count() != candidates.size()) {
            throw new IllegalArgumentException("each supporter is a candidate once");
        }
        LocalDate today = now.toLocalDate();
        var scoring = new Scoring(need, rules, FairLoad.over(candidates, rules, today), now);
        var fits = new ArrayList<Fit>();
        var exclusions = new ArrayList<Exclusion>();
        for (Candidate candidate : candidates) {
            Exclusions.cause(need, candidate, rules, today)
                    .ifPresentOrElse(
                            cause -> exclusions.add(new Exclusion(candidate.id(), cause)),
                            () -> fits.add(scoring.of(candidate)));
        }
        fits.sort(order(need));
        exclusions.sort(comparing(Exclusion::cause).thenComparing(Exclusion::supporter));
        var sight = new Sight(need, rules, census);
        List<Proposal> proposals = fits.stream().map(sight::proposal).toList();
        return new Ranking(
                proposals, exclusions, named(need, fits), sight.visible(proposals, exclusions, candidates.size()));
    }

    /// Whether this supporter may be proposed for this need: the very predicate the ranking uses, to be asked again
    /// inside the transaction that accepts.
    public static boolean mayBeProposed(Need need, Candidate candidate, Rules rules, LocalDate today) {
        return Exclusions.cause(need, candidate, rules, today).isEmpty();
    }

    /// The first cause, if any, for which this supporter can support nobody today, whoever asks; for the roster.
    public static Optional<Cause> ownCause(Candidate candidate, LocalDate today) {
        return Exclusions.ownCause(candidate.standing(), today);
    }

    /// Best fit; among equals whoever carried least; then whoever has waited longest; then an order that differs from
    /// request to request, so that nobody is last for good.
    private static Comparator<Fit> order(Need need) {
        return comparing(Fit::comesFirst)
                .reversed()
                .thenComparing(comparingInt(Fit::points).reversed())
                .thenComparing(comparingDouble(Fit::load))
                .thenComparing(fit -> waitingSince(fit.candidate()))
                .thenComparing(comparingLong(fit -> lot(fit.candidate().id(), need.request())))
                .thenComparing(fit -> fit.candidate().id());
    }

    private static LocalDate waitingSince(Candidate candidate) {
        LocalDate offered = candidate.lastOfferedOn();
        return offered == null ? candidate.profile().joinedOn() : offered;
    }

    /// The finishing step of SplitMix64 (Steele, Lea and Flood, 2014) over both ids: every bit of either moves the lot.
    private static long lot(UUID supporter, UUID request) {
        long z = supporter.getMostSignificantBits() ^ request.getMostSignificantBits();
        z = Long.rotateLeft(z, 32) ^ supporter.getLeastSignificantBits() ^ request.getLeastSignificantBits();
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static Named named(Need need, List<Fit> fits) {
        if (need.wishes().supporter() == null) {
            return Named.NOT_WISHED;
        }
        return fits.stream()
                .filter(Fit::named)
                .findFirst()
                .map(fit -> fit.inTime() ? Named.COMES_FIRST : Named.LATER_THAN_NEEDED)
                .orElse(Named.CANNOT_BE_HAD);
    }
}
