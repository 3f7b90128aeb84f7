package org.sevenfold.platform.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;

/**
 * What rules of other streams need to know, one value a key: a pure function of the events. The journal keeps it in the
 * transaction that stores them, and refuses a write whose command had read a value that has changed since.
 */
public interface Lookup<V> {

    /** Its name in the lookup table, such as {@code appointments}. */
    String name();

    Class<V> type();

    /** The keys whose value this event changes; empty for an event that does not matter here. */
    List<String> keys(DomainEvent event);

    /** The value after the event; the value before is null where the key was unknown. */
    V evolve(@Nullable V before, String key, EventId id, DomainEvent event);
}
