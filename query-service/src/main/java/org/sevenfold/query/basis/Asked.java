package org.sevenfold.query.basis;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two coordinates as they were asked for: on which day, and using what was known by when.
 *
 * @param position what the log held up to this position; null where not said
 * @param instant what had been recorded by this instant; null where not said. With neither, what is known now
 * @param minPosition wait until at least this much is known; null for no wish
 */
public record Asked(
        LocalDate effectiveOn,
        @Nullable Long position,
        @Nullable Instant instant,
        @Nullable Long minPosition) {

    /** What is known now about a day. */
    public static Asked now(LocalDate effectiveOn) {
        return new Asked(effectiveOn, null, null, null);
    }

    /** What was known at a position about a day. */
    public static Asked at(LocalDate effectiveOn, long position) {
        return new Asked(effectiveOn, position, null, null);
    }

    boolean isNow() {
        return position == null && instant == null;
    }
}
