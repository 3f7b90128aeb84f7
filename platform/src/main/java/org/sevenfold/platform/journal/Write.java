package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** What others must not have read: the streams that get events, the lookup values, and the caller's key. */
    Set<Object> changed() {
        var changed = new HashSet<Object>(lookups.keySet());
        events.forEach(event -> changed.add(event.streamId()));
        if (envelope.onceKey() != null) {
            changed.add(envelope.onceKey());
        }
        return changed;
    }

    /** What must not have changed: all that was read, and all that is changed. */
    Set<Object> touched() {
        Set<Object> touched = changed();
        touched.addAll(streams.keySet());
        touched.addAll(read.keySet());
        return touched;
    }

    /** About how much it is to send. */
    long bytes() {
        return events.stream().mapToLong(event -> event.payload().length).sum()
                + lookups.values().stream().mapToLong(String::length).sum();
    }

    /** Something stored outside the log together with the events, such as a name in the person directory. */
    @FunctionalInterface
    public interface Beside {

        /** Stores it on this connection, whose transaction the journal commits; throws a refusal to undo everything. */
        void store(Connection connection) throws SQLException;
    }
}
