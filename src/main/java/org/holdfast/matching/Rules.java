package org.holdfast.matching;

/// The part of a program's policy that matching follows. Sources of the defaults: docs/decisions/0010-matching.md.
///
/// @param k how many people of a profession must work in a department before anyone reads department or topic
/// @param sameDepartment what holds when the person wished nothing about their own department
/// @param loadPrice points taken from the score per unit of load; 0 lets load order equals and no more
/// @param easeInMonths how long someone counts as a newcomer
/// @param easeInShare the share of a full load a newcomer is to carry, above 0, at most 1
/// @param listing how many of the candidates people see
/// @param firstFew how many that is where not all are listed
public record Rules(
        int k,
        SameDepartment sameDepartment,
        Weights weights,
        double loadPrice,
        int easeInMonths,
        double easeInShare,
        Listing listing,
        int firstFew) {

    /// The strictest and most usual choices.
    public static final Rules STARTER =
            new Rules(20, SameDepartment.ONLY_IF_WISHED, Weights.STARTER, 0, 3, 0.5, Listing.ALL_WHERE_K_ALLOWS, 5);

    public enum SameDepartment {
        /// Nobody of the person's own department unless they wish it.
        ONLY_IF_WISHED,
        /// The own department is as good as any other unless they wish otherwise.
        WELCOME
    }

    public enum Listing {
        /// Every candidate; but the first few only where the department named is below k, because the missing names
        /// would give it away.
        ALL_WHERE_K_ALLOWS,
        /// Always the first few.
        FIRST_FEW
    }

    /// Points of each part of the score. Parts add up.
    ///
    /// @param named when the one wished by name is there, but later than needed (in time, they come first anyway)
    /// @param reachableNow someone who can be rung this minute, when the need is now
    /// @param reachableInTime someone who can be rung today, or within three days, when that is the need
    public record Weights(
            int profession,
            int specialty,
            int topic,
            int site,
            int canMeet,
            int wishedProfession,
            int wishedGender,
            int wishedLanguage,
            int wishedSite,
            int wishedOrganisation,
            int named,
            int reachableNow,
            int reachableInTime) {

        public static final Weights STARTER = new Weights(20, 10, 15, 5, 10, 40, 40, 40, 25, 25, 60, 60, 20);
    }

    public Rules {
        if (k < 1 || !(loadPrice >= 0) || Double.isInfinite(loadPrice) || easeInMonths < 0 || firstFew < 1) {
            throw new IllegalArgumentException("k and the first few are 1 or more, price and months 0 or more");
        }
        if (!(easeInShare > 0 && easeInShare <= 1)) {
            throw new IllegalArgumentException("a newcomer's share is above 0 and at most 1");
        }
    }
}
