package org.sevenfold.platform.journal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.LogEngine;

/** The event store's writing half: what a unit of work appends goes to the journal, as one write. */
public final class JournalEngine implements EventStorageEngine {

    private final LogEngine log;
    private final Journal journal;

    public JournalEngine(LogEngine log, Journal journal) {
        this.log = log;
        this.journal = journal;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> messages = events.stream()
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .toList();
        Attempt.current().store(journal, messages.getFirst().getAggregateIdentifier(), messages);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        log.storeSnapshot(snapshot);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return log.readEvents(token, mayBlock);
    }

    @Override
    public DomainEventStream readEvents(String streamId, long firstSequence) {
        return log.readEvents(streamId, firstSequence);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        return log.readSnapshot(streamId);
    }
}
