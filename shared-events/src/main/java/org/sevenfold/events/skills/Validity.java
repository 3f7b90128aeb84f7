package org.sevenfold.events.skills;

import java.time.LocalDate;
import org.sevenfold.events.Days;

/**
 * How long a completion counts: up to the day before the same day of the month, so many months later, as a contract of
 * so many months runs. Where that month is too short to have the day, up to its last day. With 6 months: completed on 28
 * August, valid to 27 February; on 29, 30 or 31 August, valid to 28 February, and in a leap year to 28, 29 and 29
 * February.
 *
 * @param months whole months, 1 to 120
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

    /** The last day on which a completion of this day counts. */
    public LocalDate lastDay(LocalDate completedOn) {
        LocalDate later = completedOn.plusMonths(months);
        return later.getDayOfMonth() < completedOn.getDayOfMonth() ? later : Days.before(later);
    }
}
