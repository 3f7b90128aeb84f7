package org.sevenfold.platform.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.log.EventCodec;

/**
 * One attempt to decide a command: it notes the version of everything that is read, so that the journal can compare it
 * when the decision is stored. A command that is decided again gets a fresh attempt and fresh reads.
 */
public final class Attempt {

    private static final String RESOURCE = Attempt.class.getName();

    private CommandEnvelope envelope;
    private final LookupTable table;
    private final List<Lookup<?>> lookups;
    private final Map<LookupKey, LookupTable.Value> values = new HashMap<>();
    private final List<Write.Beside> beside = new ArrayList<>();
    private final Deque<StreamCommand> further = new ArrayDeque<>();
    private @Nullable Outcome outcome;
    private List<DomainEvent> decided = List.of();

    Attempt(CommandEnvelope envelope, LookupTable table, List<Lookup<?>> lookups) {
        this.envelope = envelope;
        this.table = table;
        this.lookups = lookups;
    }

    /** The attempt that this thread is making; throws outside of a command's handling. */
    public static Attempt current() {
        Attempt attempt = CurrentUnitOfWork.get().getResource(RESOURCE);
        if (attempt == null) {
            throw new IllegalStateException("nothing is being decided on this thread");
        }
        return attempt;
    }

    void begin() {
        CurrentUnitOfWork.get().resources().put(RESOURCE, this);
    }

    public CommandEnvelope envelope() {
        return envelope;
    }

    /** The lookup's value for the key, noted; empty where no event has set it. */
    @SuppressWarnings("unchecked")
    public <V> Optional<V> read(Lookup<V> lookup, String key) {
        return Optional.ofNullable((V) value(lookup, key).value());
    }

    /**
     * Has another command decided in this attempt as well, once the present one is; both are stored together or not at
     * all.
     *
     * @param why the reason that their events keep; null where there is none
     * @param forWhom the person id of who had proposed it
     */
    public void alsoDecide(StreamCommand command, @Nullable String why, String forWhom) {
        envelope = envelope.saying(why, forWhom);
        further.add(command);
    }

    @Nullable
    StreamCommand next() {
        return further.poll();
    }

    /** Stores something outside the log in the same transaction as the events. */
    public void beside(Write.Beside stored) {
        beside.add(stored);
    }

    /** What was decided, in order; also for a dry run, which stores nothing of it. */
    List<DomainEvent> decided() {
        return decided;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Hands what was decided to the journal, once; a dry run stops before. */
    void store(Journal journal, String streamId, List<? extends DomainEventMessage<?>> messages) {
        decided = messages.stream()
                .map(message -> (DomainEvent) message.getPayload())
                .toList();
        checkVersion(streamId, messages);
        if (envelope.purpose() != CommandEnvelope.Purpose.STORE) {
            return;
        }
        outcome = journal.store(write(streamId, messages));
        if (outcome instanceof Outcome.Moved) {
            throw new Moved();
        }
    }

    private void checkVersion(String streamId, List<? extends DomainEventMessage<?>> messages) {
        Long wanted = envelope.ifMatch();
        if (wanted == null) {
            return;
        }
        long found = messages.stream()
                .filter(message -> message.getAggregateIdentifier().equals(streamId))
                .mapToLong(DomainEventMessage::getSequenceNumber)
                .min()
                .orElse(wanted);
        if (found != wanted) {
            throw new StaleVersion(streamId, wanted, found);
        }
    }

    private Write write(String streamId, List<? extends DomainEventMessage<?>> messages) {
        var events = new ArrayList<NewEvent>();
        var streams = new LinkedHashMap<String, Long>();
        for (DomainEventMessage<?> message : messages) {
            DomainEvent event = (DomainEvent) message.getPayload();
            StoredEvent stored = EventCatalogue.of(event.getClass());
            streams.putIfAbsent(message.getAggregateIdentifier(), message.getSequenceNumber());
            events.add(new NewEvent(
                    UUID.fromString(message.getIdentifier()),
                    message.getAggregateIdentifier(),
                    EventCatalogue.streamOf(event.getClass()).type(),
                    message.getSequenceNumber(),
                    stored.name(),
                    stored.revision(),
                    EventCodec.encode(event)));
        }
        Map<LookupKey, String> changed = changedLookups(messages);
        var read = new LinkedHashMap<LookupKey, Long>();
        values.forEach((key, value) -> read.put(key, value.version()));
        return new Write(envelope, streamId, events, streams, read, changed, beside);
    }

    private Map<LookupKey, String> changedLookups(List<? extends DomainEventMessage<?>> messages) {
        var changed = new LinkedHashMap<LookupKey, Object>();
        for (DomainEventMessage<?> message : messages) {
            DomainEvent event = (DomainEvent) message.getPayload();
            EventId id = EventId.of(message.getIdentifier());
            for (Lookup<?> lookup : lookups) {
                for (String key : lookup.keys(event)) {
                    evolve(changed, lookup, key, id, event);
                }
            }
        }
        var json = new LinkedHashMap<LookupKey, String>();
        changed.forEach((key, value) -> json.put(key, EventCodec.JSON.writeValueAsString(value)));
        return json;
    }

    private <V> void evolve(
            Map<LookupKey, Object> changed, Lookup<V> lookup, String key, EventId id, DomainEvent event) {
        var at = new LookupKey(lookup.name(), key);
        @SuppressWarnings("unchecked")
        V before = (V) changed.getOrDefault(at, value(lookup, key).value());
        changed.put(at, lookup.evolve(before, key, id, event));
    }

    private LookupTable.Value value(Lookup<?> lookup, String key) {
        return values.computeIfAbsent(new LookupKey(lookup.name(), key), at -> table.fetch(lookup, at));
    }

    /** Something that was read has changed: decide again. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The caller had read another version than the one that there is. */
    static final class StaleVersion extends RuntimeException {

        private static final long serialVersionUID = 1L;
        final String streamId;
        final long wanted;
        final long found;

        StaleVersion(String streamId, long wanted, long found) {
            super("version " + found + " instead of " + wanted);
            this.streamId = streamId;
            this.wanted = wanted;
            this.found = found;
        }
    }
}
