package org.sevenfold.command.lookups;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.platform.journal.Lookup;

/** What rules know of other streams in a test: the events that are given, folded through the real lookups. */
public final class KnownEvents implements Lookups {

    private final Map<Lookup<?>, Map<String, Object>> values = new HashMap<>();
    private long count;

    public static KnownEvents of(DomainEvent... events) {
        var known = new KnownEvents();
        for (DomainEvent event : events) {
            known.add(event);
        }
        return known;
    }

    /** Adds an event under the next id. */
    public EventId add(DomainEvent event) {
        var id = new EventId(new UUID(0x01936c6e_0000_7000L, ++count));
        add(id, event);
        return id;
    }

    public void add(EventId id, DomainEvent event) {
        ALL.forEach(lookup -> lookup.keys(event).forEach(key -> evolve(lookup, key, id, event)));
    }

    private <V> void evolve(Lookup<V> lookup, String key, EventId id, DomainEvent event) {
        V after = lookup.evolve(find(lookup, key).orElse(null), key, id, event);
        values.computeIfAbsent(lookup, none -> new HashMap<>()).put(key, after);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> Optional<V> find(Lookup<V> lookup, String key) {
        return Optional.ofNullable((V) values.getOrDefault(lookup, Map.of()).get(key));
    }
}
