package org.sevenfold.query.testing;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.platform.log.EventCodec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Appends to a log as its owner, event by event: what the journal does, without its rules. */
public final class TestLog {

    private static final Map<String, String> BY_TEST = Map.of("actorId", "test", "roles", "auditor", "channel", "api");

    private final DataSource owner;
    private final Random ids = new Random(7);

    public TestLog(DataSource owner) {
        this.owner = owner;
    }

    /** Appends an event, recorded now. */
    public EventId append(DomainEvent event) {
        return append(event, Instant.now(), BY_TEST);
    }

    public synchronized EventId append(DomainEvent event, Instant recordedAt, Map<String, String> metadata) {
        StoredEvent stored = EventCatalogue.of(event.getClass());
        String type = EventCatalogue.streamOf(event.getClass()).type();
        return append(event.streamId(), type, stored.name(), EventCodec.encode(event), recordedAt, metadata);
    }

    /** Appends events in one transaction, recorded now; their ids in the same order. */
    public synchronized List<EventId> append(List<DomainEvent> events) {
        return inOneTransaction(jdbc -> events.stream()
                .map(event -> write(
                        jdbc,
                        event.streamId(),
                        EventCatalogue.streamOf(event.getClass()).type(),
                        EventCatalogue.of(event.getClass()).name(),
                        EventCodec.encode(event),
                        Instant.now(),
                        BY_TEST))
                .toList());
    }

    /** Appends whatever bytes under whatever name. */
    public synchronized EventId append(
            String streamId,
            String type,
            String name,
            byte[] payload,
            Instant recordedAt,
            Map<String, String> metadata) {
        return inOneTransaction(jdbc -> write(jdbc, streamId, type, name, payload, recordedAt, metadata));
    }

    private <T> T inOneTransaction(Function<JdbcTemplate, T> writing) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            T written = writing.apply(jdbc);
            jdbc.execute("NOTIFY sevenfold_log");
            connection.commit();
            return written;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private EventId write(
            JdbcTemplate jdbc,
            String streamId,
            String type,
            String name,
            byte[] payload,
            Instant recordedAt,
            Map<String, String> metadata) {
        EventId id = new EventId(new UUID(ids.nextLong(), ids.nextLong()));
        write(jdbc, id, streamId, type, name, payload, recordedAt, EventCodec.encodeMetadata(metadata));
        return id;
    }

    private static void write(
            JdbcTemplate jdbc,
            EventId id,
            String streamId,
            String type,
            String name,
            byte[] payload,
            Instant clock,
            byte[] metadata) {
        long size = number(jdbc, "SELECT size FROM log.tlog_head FOR UPDATE");
        long sequence = number(
                jdbc, "SELECT coalesce(max(sequence) + 1, 0) FROM log.domain_event WHERE stream_id = ?", streamId);
        Instant recordedAt = clock.truncatedTo(ChronoUnit.MICROS);
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        byte[] entry = LeafEntry.of(streamId, type, sequence, id.toString(), name, 1, recordedAt, payload, metadata)
                .canonical();
        Hash leaf = Hash.leaf(entry);
        Frontier.Growth growth = MerkleTree.frontier(size, (level, index) -> new Hash(bytes(jdbc, level, index)))
                .append(List.of(leaf));
        jdbc.update(
                "INSERT INTO log.domain_event VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
                size + 1,
                id.value(),
                streamId,
                type,
                sequence,
                name,
                at,
                payload,
                metadata);
        jdbc.update("INSERT INTO log.tlog_leaf VALUES (?, ?, ?, ?, ?)", size, id.value(), entry, leaf.bytes(), at);
        growth.nodes()
                .forEach(node -> jdbc.update(
                        "INSERT INTO log.tlog_node VALUES (?, ?, ?)",
                        node.level(),
                        node.index(),
                        node.hash().bytes()));
        jdbc.update(
                "UPDATE log.tlog_head SET size = ?, root = ?, edge = ?, recorded_at = ?",
                size + 1,
                growth.frontier().root().bytes(),
                edge(growth.frontier()),
                at);
    }

    private static byte[] edge(Frontier frontier) {
        var edge = new ByteArrayOutputStream();
        frontier.edge().forEach(hash -> edge.writeBytes(hash.bytes()));
        return edge.toByteArray();
    }

    private static byte[] bytes(JdbcTemplate jdbc, int level, long index) {
        byte[] hash = level == 0
                ? jdbc.queryForObject("SELECT hash FROM log.tlog_leaf WHERE leaf_index = ?", byte[].class, index)
                : jdbc.queryForObject(
                        "SELECT hash FROM log.tlog_node WHERE level = ? AND index = ?", byte[].class, level, index);
        if (hash == null) {
            throw new IllegalStateException("no node " + level + "/" + index);
        }
        return hash;
    }

    private static long number(JdbcTemplate jdbc, String sql, Object... parameters) {
        Long number = jdbc.queryForObject(sql, Long.class, parameters);
        return number == null ? 0 : number;
    }

    /** The position of the last event. */
    public long end() {
        return number(new JdbcTemplate(owner), "SELECT size FROM log.tlog_head");
    }
}
