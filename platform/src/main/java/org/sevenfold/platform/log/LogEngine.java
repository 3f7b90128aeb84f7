package org.sevenfold.platform.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;

/**
 * The log as an event store that can only be read. A token is a position, because positions have no gaps: what a reader
 * has passed can never appear behind it.
 */
public final class LogEngine implements EventStorageEngine {

    private static final int READ_EVENTS = 500;

    private final LogReader log;

    public LogEngine(LogReader log) {
        this.log = log;
    }

    @Override
    public DomainEventStream readEvents(String streamId, long firstSequence) {
        return DomainEventStream.of(log.stream(streamId, firstSequence).stream().map(LogEngine::message));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        log.after(position(token), READ_EVENTS),
                        batch -> !batch.isEmpty(),
                        batch -> log.after(batch.getLast().position(), READ_EVENTS))
                .flatMap(List::stream)
                .map(LogEngine::tracked);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.end());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(log.positionAt(instant.minusNanos(1000)));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("there are no snapshots: a stream is short enough to be folded whole");
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        throw new IllegalStateException("only the journal appends");
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    static TrackedEventMessage<?> tracked(LogReader.Raw raw) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(raw.position()), message(raw));
    }

    private static DomainEventMessage<DomainEvent> message(LogReader.Raw raw) {
        Recorded<DomainEvent> recorded = raw.recorded();
        return new GenericDomainEventMessage<>(
                raw.streamType(),
                raw.streamId(),
                raw.sequence(),
                recorded.event(),
                recorded.metadata(),
                raw.id().toString(),
                raw.recordedAt());
    }
}
