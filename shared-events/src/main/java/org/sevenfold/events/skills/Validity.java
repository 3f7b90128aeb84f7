package org.sevenfold.events.skills;

/**
 * How long a completion counts.
 *
 * @param months whole months, 1 to 120; the day of the month is kept, or is the month's last where it has no such day
 */
public record Validity(int months, ValidityRule rule) {

    /** From which day the months run. */
    public enum ValidityRule {
        FROM_COMPLETION
    }

    public Validity {
        if (months < 1 || months > 120) {
            throw new IllegalArgumentException("A completion counts for 1 to 120 months.");
        }
    }
}
