package org.sevenfold.query.testing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;

/** Events as if recorded, for folds that need no log. */
public final class Events {

    private Events() {}

    public static <E extends DomainEvent> Recorded<E> recorded(long position, E event) {
        return new Recorded<>(position, id(position), event.streamId(), position - 1, Instant.EPOCH, Map.of(), event);
    }

    public static EventId id(long position) {
        return new EventId(new UUID(0, position));
    }
}
