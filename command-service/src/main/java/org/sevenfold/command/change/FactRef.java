package org.sevenfold.command.change;

import java.time.Instant;
import org.sevenfold.events.EventId;

/**
 * A recorded fact that a command names by its event id, with what the log says of it for ever.
 *
 * @param recordedBy the person id of who recorded it
 */
public record FactRef(EventId eventId, String streamId, String streamType, String recordedBy, Instant recordedAt) {}
