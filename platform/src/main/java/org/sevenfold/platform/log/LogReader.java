package org.sevenfold.platform.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.platform.database.Read;

/** Reads the log, bounded on both sides, in the order of positions. Nothing here ever skips an event. */
public final class LogReader {

    private static final String COLUMNS =
            "SELECT position, event_id, stream_id, stream_type, sequence, name, revision, recorded_at, payload,"
                    + " metadata FROM log.domain_event ";

    private static final int AHEAD_EVENTS = 2000;

    private final DataSource dataSource;

    public LogReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An event as stored, not yet understood. */
    public record Raw(
            long position,
            EventId id,
            String streamId,
            String streamType,
            long sequence,
            String name,
            int revision,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {

        /** Reads the payload; throws where its name or revision is not in the catalogue. */
        public Recorded<DomainEvent> recorded() {
            return new Recorded<>(
                    position,
                    id,
                    streamId,
                    sequence,
                    recordedAt,
                    EventCodec.decodeMetadata(metadata),
                    EventCodec.decode(name, revision, payload));
        }
    }

    /** At most this many events behind a position; empty at the end of the log. */
    public List<Raw> after(long position, int most) {
        return read(COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?", position, most);
    }

    /**
     * Every event behind one position up to another, in order. Throws where the log ends before, and what either of the
     * two throws.
     *
     * @param prepare what is made of each event, on a thread that reads ahead
     * @param each given what was prepared, on the thread of the caller
     */
    public <T> void pass(long from, long end, Function<Raw, T> prepare, Consumer<T> each) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("log-ahead").factory())) {
            Future<Ahead<T>> next = thread.submit(() -> ahead(from, end, prepare));
            for (long position = from; position < end; ) {
                Ahead<T> events = next.get();
                long reached = events.position;
                next = thread.submit(() -> ahead(reached, end, prepare));
                events.prepared.forEach(each);
                position = reached;
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the log", e);
        }
    }

    /** Some events that were read ahead, up to a position. */
    private record Ahead<T>(long position, List<T> prepared) {}

    private <T> Ahead<T> ahead(long position, long end, Function<Raw, T> prepare) {
        if (position >= end) {
            return new Ahead<>(position, List.of());
        }
        List<Raw> events = after(position, (int) Math.min(AHEAD_EVENTS, end - position));
        if (events.isEmpty()) {
            throw new IllegalStateException("the log ends at " + position + ", before position " + end);
        }
        return new Ahead<>(
                events.getLast().position(), events.stream().map(prepare).toList());
    }

    /** A stream's events from a sequence on, all of them; empty for an unknown stream. */
    public List<Raw> stream(String streamId, long firstSequence) {
        return read(COLUMNS + "WHERE stream_id = ? AND sequence >= ? ORDER BY sequence", streamId, firstSequence);
    }

    /** One event, or none, by its id. */
    public List<Raw> byId(EventId id) {
        return read(COLUMNS + "WHERE event_id = ?", id.value());
    }

    /** The position of the last event; 0 for an empty log. */
    public long end() {
        return number("SELECT size FROM log.tlog_head").orElse(0);
    }

    /** The position of the last event recorded at or before an instant; 0 where there is none. */
    public long positionAt(Instant instant) {
        return number(
                        "SELECT position FROM log.domain_event WHERE recorded_at <= ?"
                                + " ORDER BY recorded_at DESC, position DESC LIMIT 1",
                        OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .orElse(0);
    }

    private OptionalLong number(String sql, Object... parameters) {
        return Read.all(dataSource, sql, row -> row.getLong(1), parameters).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private List<Raw> read(String sql, Object... parameters) {
        return Read.all(
                dataSource,
                sql,
                row -> new Raw(
                        row.getLong("position"),
                        EventId.of(row.getString("event_id")),
                        row.getString("stream_id"),
                        row.getString("stream_type"),
                        row.getLong("sequence"),
                        row.getString("name"),
                        row.getInt("revision"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("payload"),
                        row.getBytes("metadata")),
                parameters);
    }
}
