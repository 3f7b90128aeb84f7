package org.sevenfold.platform.journal;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Streams held in memory as their rules see them, so that they are not read again for each command. They may be out of
 * date, which the journal notices, because it compares versions; an attempt that must read afresh finds nothing here.
 */
public final class HeldStreams implements Cache {

    private static final int MOST_STREAMS = 10_000;

    // Softly, because a stream has no size known beforehand: memory that runs short is given back.
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> held =
            Caffeine.newBuilder().maximumSize(MOST_STREAMS).softValues().build();

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> @Nullable V get(K key) {
        Attempt attempt = Attempt.current();
        if (attempt.fresh()) {
            return null;
        }
        V stream = (V) held.getIfPresent(key);
        if (stream != null) {
            attempt.fromMemory();
        }
        return stream;
    }

    @Override
    public void put(Object key, Object value) {
        held.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return held.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return held.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        held.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return held.asMap().containsKey(key);
    }

    /** Throws: nothing here acts on what is held or let go, and a listener that was taken and never told would mislead. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody is told what is held");
    }
}
