package org.sevenfold.platform.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was stored for a command, and the receipt for it. Asked twice with the same key, the answer is built again from
 * the log, so it is the same.
 *
 * @param version the number of events in the stream now; the value for {@code If-Match}
 * @param position the log position of the last event, or of the log's end where the command stored no event
 * @param recordedAt when; null where no event was stored
 */
public record Accepted(
        String streamId,
        long version,
        List<Stored> events,
        long position,
        @Nullable Instant recordedAt) {

    /**
     * One stored event.
     *
     * @param leafIndex its leaf in the Merkle log, always position − 1
     * @param leafHash the leaf's hash in hexadecimal digits
     */
    public record Stored(
            String eventId, String name, String streamId, long position, long leafIndex, String leafHash) {}

    /** Whether the command's own stream begins with it. */
    public boolean begins() {
        long own = events.stream()
                .filter(event -> event.streamId().equals(streamId))
                .count();
        return own > 0 && own == version;
    }
}
