package org.sevenfold.events;

import java.time.Instant;
import java.util.Map;

/**
 * An event as the log holds it.
 *
 * @param position its place in the one order over the whole log, from 1 without gaps
 * @param sequence its place in its stream, from 0 without gaps
 * @param recordedAt when the log took it; never decreases with position
 * @param metadata who, by which channel, why and for which command
 */
public record Recorded<E extends DomainEvent>(
        long position,
        EventId id,
        String streamId,
        long sequence,
        Instant recordedAt,
        Map<String, String> metadata,
        E event) {}
