package org.sevenfold.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The names under which one stream's events are stored, for ever: its type, and for each event its stored name, its
 * current revision and the upcasts that lead there. A class can move; a stored name cannot.
 *
 * @param type the stream's type as stored beside each event
 * @param base the sealed interface of the stream's events
 */
public record StoredStream(String type, Class<? extends DomainEvent> base, Map<String, StoredEvent> events) {

    /**
     * One event's stored form.
     *
     * @param upcasts the function at index i turns a payload tree of revision i + 1 into one of revision i + 2
     */
    public record StoredEvent(
            String name, Class<? extends DomainEvent> payload, List<UnaryOperator<Map<String, Object>>> upcasts) {

        /** The revision that is written now; the first is 1. */
        public int revision() {
            return upcasts.size() + 1;
        }
    }

    public static StoredStream of(String type, Class<? extends DomainEvent> base) {
        return new StoredStream(type, base, Map.of());
    }

    /** Adds an event under its stored name, {@code <dimension>.<kebab-past-tense>}; throws on a name used twice. */
    @SafeVarargs
    public final StoredStream stores(
            String name, Class<? extends DomainEvent> payload, UnaryOperator<Map<String, Object>>... upcasts) {
        if (!name.matches("[a-z]+\\.[a-z]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a stored name: " + name);
        }
        var all = new LinkedHashMap<>(events);
        if (all.put(name, new StoredEvent(name, payload, List.of(upcasts))) != null) {
            throw new IllegalArgumentException("stored twice: " + name);
        }
        return new StoredStream(type, base, Collections.unmodifiableMap(all));
    }
}
