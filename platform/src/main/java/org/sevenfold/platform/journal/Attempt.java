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

    private final HeldLookups held;
    private final List<Lookup<?>> lookups;
    private final Map<LookupKey, LookupTable.Value> values = new HashMap<>();
    private final List<Write.Beside> beside = new ArrayList<>();
    private final Deque<StreamCommand> further = new ArrayDeque<>();
    private CommandEnvelope envelope;
    private boolean fresh;
    private Map<LookupKey, Object> changed = Map.of();
    private boolean fromMemory;
    private boolean handedOver;
    private @Nullable Outcome outcome;
    private List<DomainEvent> decided = List.of();

    /**
     * Starts an attempt.
     *
     * @param fresh read everything from the database, whatever is held in memory
     */
    Attempt(CommandEnvelope envelope, HeldLookups held, List<Lookup<?>> lookups, boolean fresh) {
        this.envelope = envelope;
        this.held = held;
        this.lookups = lookups;
        this.fresh = fresh;
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
        // It may turn out to change nothing, and the journal compares only the streams that get events.
        fresh = true;
    }

    @Nullable
    StreamCommand next() {
        return further.poll();
    }

    /** Stores something outside the log in the same transaction as the events. */
    public void beside(Write.Beside stored) {
        beside.add(stored);
    }

    boolean fresh() {
        return fresh;
    }

    void fromMemory() {
        fromMemory = true;
    }

    /** Whether it may have ended as it did for what it found in memory, which the journal has not compared. */
    boolean unchecked() {
        return fromMemory && !handedOver;
    }

    /** What was decided, in order; also for a dry run, which stores nothing of it. */
    List<DomainEvent> decided() {
        return decided;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /**
     * Hands what was decided to the journal, once; a dry run stops before. Throws {@link NothingStored} where the unit of
     * work must not keep what was decided.
     */
    void store(Journal journal, String streamId, List<? extends DomainEventMessage<?>> messages) {
        decided = messages.stream()
                .map(message -> (DomainEvent) message.getPayload())
                .toList();
        checkVersion(streamId, messages);
        if (envelope.purpose() != CommandEnvelope.Purpose.STORE) {
            throw new NothingStored();
        }
        if (!(handOver(journal, streamId, messages) instanceof Outcome.Done done)) {
            throw new NothingStored();
        }
        long version = done.accepted().position();
        changed.forEach((at, value) -> held.keep(at, new LookupTable.Value(version, value)));
    }

    /** Hands over that the command changes nothing, so that it is still remembered under its key. */
    Outcome storeNoEvents(Journal journal, String streamId) {
        return handOver(journal, streamId, List.of());
    }

    private Outcome handOver(Journal journal, String streamId, List<? extends DomainEventMessage<?>> messages) {
        Write write = write(streamId, messages);
        handedOver = true;
        outcome = journal.store(write);
        return outcome;
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
        byte[] metadata = EventCodec.encodeMetadata(envelope.eventMetadata());
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
                    EventCodec.encode(event),
                    metadata));
        }
        changed = changedLookups(messages);
        var json = new LinkedHashMap<LookupKey, String>();
        changed.forEach((key, value) -> json.put(key, EventCodec.JSON.writeValueAsString(value)));
        var read = new LinkedHashMap<LookupKey, Long>();
        values.forEach((key, value) -> read.put(key, value.version()));
        return new Write(envelope, streamId, events, streams, read, json, beside);
    }

    private Map<LookupKey, Object> changedLookups(List<? extends DomainEventMessage<?>> messages) {
        var folded = new LinkedHashMap<LookupKey, Object>();
        for (DomainEventMessage<?> message : messages) {
            DomainEvent event = (DomainEvent) message.getPayload();
            EventId id = EventId.of(message.getIdentifier());
            for (Lookup<?> lookup : lookups) {
                for (String key : lookup.keys(event)) {
                    evolve(folded, lookup, key, id, event);
                }
            }
        }
        return folded;
    }

    private <V> void evolve(
            Map<LookupKey, Object> folded, Lookup<V> lookup, String key, EventId id, DomainEvent event) {
        var at = new LookupKey(lookup.name(), key);
        @SuppressWarnings("unchecked")
        V before = (V) folded.getOrDefault(at, value(lookup, key).value());
        folded.put(at, lookup.evolve(before, key, id, event));
    }

    private LookupTable.Value value(Lookup<?> lookup, String key) {
        return values.computeIfAbsent(new LookupKey(lookup.name(), key), at -> {
            if (fresh) {
                return held.fresh(lookup, at);
            }
            fromMemory = true;
            return held.held(at);
        });
    }

    /** The decision ends without being stored, as {@link #outcome} says, or because it was a dry run. */
    static final class NothingStored extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NothingStored() {
            super(null, null, false, false);
        }
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
