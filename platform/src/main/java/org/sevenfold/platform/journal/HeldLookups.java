package org.sevenfold.platform.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.sevenfold.platform.journal.LookupTable.Value;

/**
 * Lookup values held in memory, the newest that this instance has seen of each. They may be out of date, which the
 * journal notices, because it compares what was read.
 */
final class HeldLookups {

    private static final int MOST_VALUES = 100_000;

    private final LookupTable table;
    private final Cache<LookupKey, Value> held =
            Caffeine.newBuilder().maximumSize(MOST_VALUES).build();

    HeldLookups(LookupTable table) {
        this.table = table;
    }

    /** The value in memory. What is not held is taken not to be there, as is right for all that is about to be made. */
    Value held(LookupKey at) {
        Value value = held.getIfPresent(at);
        return value == null ? LookupTable.NONE : value;
    }

    /** The value as it is stored now. */
    Value fresh(Lookup<?> lookup, LookupKey at) {
        Value value = table.fetch(lookup, at);
        if (value.version() > 0) {
            keep(at, value);
        }
        return value;
    }

    /** Keeps a value that was read or stored, unless a newer one is held. */
    void keep(LookupKey at, Value value) {
        held.asMap().merge(at, value, (is, other) -> other.version() >= is.version() ? other : is);
    }
}
