package org.sevenfold.events;

import java.time.LocalDate;

/**
 * A fact that ends something. The day in it is the last on which that held; on the day after, it is no more. No event says
 * an end in another way.
 */
public interface Ending extends DomainEvent {

    /** The last day on which it held; one before its first where it never held. */
    LocalDate lastDay();

    @Override
    default LocalDate effectiveOn() {
        return lastDay();
    }
}
