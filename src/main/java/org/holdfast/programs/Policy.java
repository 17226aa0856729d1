package org.holdfast.programs;

import java.time.Duration;

/// A program's protocol: what its director decides. Kept whole, by number. The starter preset's numbers come from
/// programs that published theirs (docs/decisions/0011-policy-preset.md).
public record Policy(
        Doors doors,
        Offers offers,
        FirstContact firstContact,
        Silence silence,
        Privacy privacy,
        Matching matching,
        Limits limits,
        Escalation escalation) {

    /// Which doors are open. The others come with later releases.
    public record Doors(boolean self) {}

    public enum OfferMode {
        /// One by one in pools of twenty and more, up to three at once in smaller ones.
        BY_POOL_SIZE,
        ONE_BY_ONE,
        UP_TO_THREE
    }

    /// @param minutesNow how long an offer waits for an answer, by how soon the person wants to talk
    public record Offers(
            OfferMode mode,
            boolean automatic,
            int minutesNow,
            int minutesToday,
            int minutesFewDays,
            int minutesNoHurry,
            boolean nameFirst) {

        public int atOnce(int pool) {
            return switch (mode) {
                case ONE_BY_ONE -> 1;
                case UP_TO_THREE -> 3;
                case BY_POOL_SIZE -> pool < 20 ? 3 : 1;
            };
        }
    }

    /// @param hours after a yes, first contact is due
    /// @param graceHours after the reminder, before the request passes on
    /// @param intakeCopyHours how long the intake copy stays after the opening, at the least
    public record FirstContact(int hours, int graceHours, int intakeCopyHours) {

        /// Never before the first-contact clock and its reminder have run.
        public Duration keepIntakeCopy() {
            return Duration.ofHours(Math.max(intakeCopyHours, hours + graceHours));
        }
    }

    public record Silence(int days, int warnDays) {}

    /// @param k people of one profession below which a department or topic is not shown
    /// @param endedDays during which the person may re-open
    /// @param backupDays after which deleted rows are gone from backups too
    public record Privacy(int k, int endedDays, int backupDays, boolean coordinatorsRead, boolean publishedList) {}

    /// @param loadPrice what one pairing more costs in the score; 0: load only orders equals
    public record Matching(double loadPrice) {}

    public record Limits(int requestsAnHour, int ringsPerNight) {}

    /// @param unseenHours after which a deputy is rung, and after as many again a director
    public record Escalation(int unseenHours) {}

    public static Policy starter() {
        return new Policy(
                new Doors(true),
                new Offers(OfferMode.BY_POOL_SIZE, true, 20, 120, 720, 1_440, true),
                new FirstContact(24, 12, 72),
                new Silence(21, 3),
                new Privacy(20, 7, 14, false, false),
                new Matching(0),
                new Limits(60, 3),
                new Escalation(12));
    }
}
