package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * All that one command stores, and all that it had read: stored whole if nothing it read has moved, else not at all.
 *
 * @param streams each stream that was read, with the number of events it had
 * @param read each lookup value that was read, with the position that last changed it; 0 for one that was not there
 * @param lookups the lookup values that the events change, as JSON
 * @param beside what the command stores outside the log, in the same transaction; usually nothing
 */
record Write(
        CommandEnvelope envelope,
        String streamId,
        List<NewEvent> events,
        Map<String, Long> streams,
        Map<LookupKey, Long> read,
        Map<LookupKey, String> lookups,
        List<Beside> beside) {

    /** The version of the command's own stream once the events are in it. */
    long version() {
        return streams.getOrDefault(streamId, 0L)
                + events.stream().filter(e -> e.streamId().equals(streamId)).count();
    }

    /** Something stored outside the log together with the events, such as a name in the person directory. */
    @FunctionalInterface
    public interface Beside {

        /** Stores it on this connection, whose transaction the journal commits; throws a refusal to undo everything. */
        void store(Connection connection) throws SQLException;
    }
}
