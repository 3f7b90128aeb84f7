package org.sevenfold.platform.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
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
