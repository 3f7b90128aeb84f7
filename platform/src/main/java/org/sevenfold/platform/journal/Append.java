package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.Node;
import org.sevenfold.platform.log.EventCodec;

/**
 * A write placed behind a head of the log: with its positions, its time, its leaves and the head that follows. One
 * statement stores all of it if that head is still the head and nothing that was read has moved, and nothing otherwise.
 */
final class Append {

    // The head's row is updated by compare-and-set, so whoever else appends waits for this row and then fails the
    // comparison; and as this statement sees what was committed when it began, a head that is still the same means that
    // the versions compared beside it are still the same as well.
    private static final String SQL = """
        WITH moved AS MATERIALIZED (
            SELECT 1 FROM unnest(?::text[], ?::bigint[]) AS s (stream_id, version)
            WHERE coalesce((SELECT max(e.sequence) + 1 FROM log.domain_event e WHERE e.stream_id = s.stream_id), 0)
                  <> s.version
            UNION ALL
            SELECT 1 FROM unnest(?::text[], ?::text[], ?::bigint[]) AS r (lookup, key, version)
            LEFT JOIN log.lookup l ON l.lookup = r.lookup AND l.key = r.key
            WHERE coalesce(l.version, 0) <> r.version
            UNION ALL
            SELECT 1 FROM log.idempotency i WHERE i.actor = ? AND i.key = ?
        ), head AS (
            UPDATE log.tlog_head SET size = ?, root = ?, edge = ?, recorded_at = ?
            WHERE size = ? AND root = ? AND NOT EXISTS (SELECT 1 FROM moved)
            RETURNING recorded_at
        ), events AS (
            INSERT INTO log.domain_event
                (position, event_id, stream_id, stream_type, sequence, name, revision, recorded_at, payload, metadata)
            SELECT e.position, e.event_id, e.stream_id, e.stream_type, e.sequence, e.name, e.revision,
                   head.recorded_at, e.payload, ?
            FROM head, unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[],
                              ?::bytea[])
                 AS e (position, event_id, stream_id, stream_type, sequence, name, revision, payload)
        ), leaves AS (
            INSERT INTO log.tlog_leaf (leaf_index, event_id, entry, hash, appended_at)
            SELECT l.leaf_index, l.event_id, l.entry, l.hash, head.recorded_at
            FROM head, unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[]) AS l (leaf_index, event_id, entry, hash)
        ), nodes AS (
            INSERT INTO log.tlog_node (level, index, hash)
            SELECT n.level, n.index, n.hash
            FROM head, unnest(?::integer[], ?::bigint[], ?::bytea[]) AS n (level, index, hash)
        ), lookups AS (
            INSERT INTO log.lookup (lookup, key, version, value)
            SELECT l.lookup, l.key, ?, l.value::jsonb
            FROM head, unnest(?::text[], ?::text[], ?::text[]) AS l (lookup, key, value)
            ON CONFLICT (lookup, key) DO UPDATE SET version = EXCLUDED.version, value = EXCLUDED.value
        ), command AS (
            INSERT INTO log.command_log
                (command_id, command_name, received_at, actor, roles, channel, correlation_id, idempotency_key,
                 request_hash, outcome, stream_id, version, position, events)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, 'accepted', ?, ?, ?, ? FROM head
        ), remembered AS (
            INSERT INTO log.idempotency (actor, key, command_id, stored_at)
            SELECT ?, k.key, ?, ? FROM head, unnest(?::text[]) AS k (key)
        )
        SELECT count(*) FROM head
        """;

    private final Write write;
    private final Head before;
    private final Instant recordedAt;
    private final List<LeafEntry> entries = new ArrayList<>();
    private final List<byte[]> canonical = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();
    private final byte[] metadata;
    private final Frontier.Growth growth;

    Append(Write write, Head before, Instant clock) {
        this.write = write;
        this.before = before;
        // A clock that steps back reorders nothing: an event is never recorded before the one in front of it.
        this.recordedAt = clock.isAfter(before.recordedAt()) ? clock : before.recordedAt();
        this.metadata = EventCodec.encodeMetadata(write.envelope().eventMetadata());
        for (NewEvent event : write.events()) {
            LeafEntry entry = LeafEntry.of(
                    event.streamId(),
                    event.streamType(),
                    event.sequence(),
                    event.id().toString(),
                    event.name(),
                    event.revision(),
                    recordedAt,
                    event.payload(),
                    metadata);
            byte[] bytes = entry.canonical();
            entries.add(entry);
            canonical.add(bytes);
            leaves.add(Hash.leaf(bytes));
        }
        this.growth = before.frontier().append(leaves);
    }

    /** The head once this is stored. */
    Head after() {
        return new Head(growth.frontier(), write.events().isEmpty() ? before.recordedAt() : recordedAt);
    }

    Accepted accepted() {
        var stored = new ArrayList<Accepted.Stored>();
        for (int i = 0; i < entries.size(); i++) {
            NewEvent event = write.events().get(i);
            stored.add(new Accepted.Stored(
                    event.id().toString(),
                    event.name(),
                    event.streamId(),
                    before.size() + i + 1,
                    before.size() + i,
                    leaves.get(i).hex()));
        }
        return new Accepted(
                write.streamId(),
                write.version(),
                stored,
                growth.frontier().size(),
                stored.isEmpty() ? null : recordedAt);
    }

    /** Stores it; false where the head or something that was read has moved, in which case nothing is stored. */
    boolean store(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(new Parameters(connection, statement));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    private void bind(Parameters p) throws SQLException {
        CommandEnvelope envelope = write.envelope();
        Head after = after();
        List<NewEvent> events = write.events();
        bindComparisons(p);
        p.set(after.size()).set(after.frontier().root().bytes()).set(after.edge());
        p.set(after.recordedAt());
        p.set(before.size()).set(before.frontier().root().bytes());
        p.set(metadata)
                .array("bigint", positions(1))
                .array("uuid", each(events, NewEvent::id))
                .array("text", each(events, NewEvent::streamId))
                .array("text", each(events, NewEvent::streamType))
                .array("bigint", each(events, NewEvent::sequence))
                .array("text", each(events, NewEvent::name))
                .array("integer", each(events, NewEvent::revision))
                .bytes(each(events, NewEvent::payload));
        p.array("bigint", positions(0))
                .array("uuid", each(events, NewEvent::id))
                .bytes(canonical.toArray())
                .bytes(each(leaves, Hash::bytes));
        p.array("integer", each(growth.nodes(), Node::level))
                .array("bigint", each(growth.nodes(), Node::index))
                .bytes(each(growth.nodes(), node -> node.hash().bytes()));
        List<Map.Entry<LookupKey, String>> lookups = List.copyOf(write.lookups().entrySet());
        p.set(after.size())
                .array("text", each(lookups, row -> row.getKey().lookup()))
                .array("text", each(lookups, row -> row.getKey().key()))
                .array("text", each(lookups, Map.Entry::getValue));
        p.set(envelope.commandId())
                .set(envelope.commandName())
                .set(envelope.receivedAt())
                .set(envelope.actor())
                .set(envelope.roleText())
                .set(envelope.channel())
                .set(envelope.correlationId())
                .set(envelope.idempotencyKey())
                .set(envelope.requestHash())
                .set(write.streamId())
                .set(write.version())
                .set(after.size())
                .set(events.size());
        String key = envelope.idempotencyKey();
        p.set(envelope.actor())
                .set(envelope.commandId())
                .set(recordedAt)
                .array("text", key == null ? new Object[0] : new Object[] {key});
    }

    private void bindComparisons(Parameters p) throws SQLException {
        List<Map.Entry<String, Long>> streams = List.copyOf(write.streams().entrySet());
        List<Map.Entry<LookupKey, Long>> read = List.copyOf(write.read().entrySet());
        p.array("text", each(streams, Map.Entry::getKey)).array("bigint", each(streams, Map.Entry::getValue));
        p.array("text", each(read, row -> row.getKey().lookup()))
                .array("text", each(read, row -> row.getKey().key()))
                .array("bigint", each(read, Map.Entry::getValue));
        p.set(write.envelope().actor()).set(write.envelope().idempotencyKey());
    }

    private Object[] positions(int first) {
        Object[] positions = new Object[write.events().size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = before.size() + first + i;
        }
        return positions;
    }

    private static <T> Object[] each(List<T> rows, Function<? super T, ?> column) {
        return rows.stream().map(column).toArray();
    }

    /** Binds parameters one after the other. */
    private static final class Parameters {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Parameters set(@Nullable Object value) throws SQLException {
            if (value instanceof Instant instant) {
                statement.setObject(next++, timestamp(instant));
            } else if (value == null) {
                statement.setString(next++, null);
            } else {
                statement.setObject(next++, value);
            }
            return this;
        }

        Parameters array(String type, Object[] values) throws SQLException {
            statement.setArray(next++, connection.createArrayOf(type, values));
            return this;
        }

        Parameters bytes(Object[] values) throws SQLException {
            byte[][] all = new byte[values.length][];
            for (int i = 0; i < values.length; i++) {
                all[i] = (byte[]) values[i];
            }
            statement.setArray(next++, connection.createArrayOf("bytea", all));
            return this;
        }

        private static Object timestamp(Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
    }
}
