package org.sevenfold.platform.log;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** The event store over the log, whose streams wake their readers as soon as something was appended. */
public final class LogEventStore extends AbstractEventStore {

    private final LogReader log;
    private final LogSignal signal;

    public LogEventStore(EventStorageEngine engine, LogReader log, LogSignal signal) {
        super(new Builder().storageEngine(engine));
        this.log = log;
        this.signal = signal;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogStream(log, signal, LogEngine.position(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
