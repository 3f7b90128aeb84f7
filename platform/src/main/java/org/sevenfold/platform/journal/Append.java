package org.sevenfold.platform.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;

/**
 * Writes placed behind a head of the log, in order: with their positions, their one time, their leaves and the head that
 * follows.
 */
final class Append {

    private final List<Write> writes;
    private final Head before;
    private final Instant recordedAt;
    private final List<Placed> events = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final Frontier.Growth growth;

    /** An event with its place in the log. */
    record Placed(long position, NewEvent event, byte[] entry, Hash leaf) {}

    Append(List<Write> writes, Head before, Instant clock) {
        this.writes = writes;
        this.before = before;
        // A clock that steps back reorders nothing: an event is never recorded before the one in front of it.
        this.recordedAt = clock.isAfter(before.recordedAt()) ? clock : before.recordedAt();
        for (Write write : writes) {
            write.events().forEach(this::place);
            ends.add(before.size() + events.size());
        }
        this.growth = before.frontier().append(events.stream().map(Placed::leaf).toList());
    }

    private void place(NewEvent event) {
        byte[] entry = new LeafEntry(
                        event.streamId(),
                        event.streamType(),
                        event.sequence(),
                        event.id().toString(),
                        event.name(),
                        event.revision(),
                        recordedAt,
                        event.payloadSha256(),
                        event.metadataSha256())
                .canonical();
        events.add(new Placed(before.size() + events.size() + 1, event, entry, Hash.leaf(entry)));
    }

    List<Write> writes() {
        return writes;
    }

    Head before() {
        return before;
    }

    /** The head once this is stored. */
    Head after() {
        return new Head(growth.frontier(), events.isEmpty() ? before.recordedAt() : recordedAt);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    List<Placed> events() {
        return events;
    }

    Frontier.Growth growth() {
        return growth;
    }

    /** The position of a write's last event, or of the log's end where it has none. */
    long end(int write) {
        return ends.get(write);
    }

    /** The answer to a write once this is stored. */
    Accepted accepted(int write) {
        long end = end(write);
        int size = writes.get(write).events().size();
        int to = (int) (end - before.size());
        return new Accepted(
                writes.get(write).streamId(),
                writes.get(write).version(),
                events.subList(to - size, to).stream().map(Append::stored).toList(),
                end,
                size == 0 ? null : recordedAt);
    }

    private static Accepted.Stored stored(Placed placed) {
        return new Accepted.Stored(
                placed.event.id().toString(),
                placed.event.name(),
                placed.event.streamId(),
                placed.position,
                placed.position - 1,
                placed.leaf.hex());
    }
}
