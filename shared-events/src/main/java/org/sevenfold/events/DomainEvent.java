package org.sevenfold.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact that was recorded. Its components are its stored payload: a one-component record is stored as its bare value,
 * decimals as plain JSON numbers, days as ISO 8601; absent components are left out. Who recorded it, when and why is
 * metadata, never payload.
 */
public interface DomainEvent {

    /** The stream that this fact belongs to. */
    String streamId();

    /**
     * The first day on which the fact holds in the service; of an {@link Ending} the last day of what it ends; null where
     * the fact has no day of its own. Months that were reported and what is late are judged by the first day on which a
     * fact makes a difference, so an end by the day after its last.
     */
    default @Nullable LocalDate effectiveOn() {
        return null;
    }
}
