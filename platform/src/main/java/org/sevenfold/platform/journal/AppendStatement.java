package org.sevenfold.platform.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Node;

/**
 * The one statement that appends. It stores all of an append if its head is still the log's head and nothing that its
 * writes had read has moved; else it stores nothing and tells which writes are to blame.
 */
final class AppendStatement {

    // The head's row is updated by compare-and-set, so whoever else appends waits for this row and then fails the
    // comparison; and as this statement sees what was committed when it began, a head that is still the same means that
    // the versions compared beside it are still the same as well. A write found to have moved stays so, because
    // versions only grow: that verdict holds whoever has the head. Each comparison is a subquery for one row, so that
    // it
    // is a look into an index and never becomes a join with the whole table.
    private static final String SQL = """
        WITH moved AS MATERIALIZED (
            SELECT s.write, false AS known
            FROM unnest(?::integer[], ?::text[], ?::bigint[]) AS s (write, stream_id, version)
            WHERE coalesce((SELECT max(e.sequence) + 1 FROM log.domain_event e WHERE e.stream_id = s.stream_id), 0)
                  <> s.version
            UNION ALL
            SELECT r.write, false
            FROM unnest(?::integer[], ?::text[], ?::text[], ?::bigint[]) AS r (write, lookup, key, version)
            WHERE coalesce((SELECT l.version FROM log.lookup l WHERE l.lookup = r.lookup AND l.key = r.key), 0)
                  <> r.version
            UNION ALL
            SELECT k.write, true
            FROM unnest(?::integer[], ?::text[], ?::text[]) AS k (write, actor, key)
            WHERE (SELECT i.command_id FROM log.idempotency i WHERE i.actor = k.actor AND i.key = k.key) IS NOT NULL
        ), head AS (
            UPDATE log.tlog_head SET size = ?, root = ?, edge = ?, recorded_at = ?
            WHERE size = ? AND root = ? AND NOT EXISTS (SELECT FROM moved)
            RETURNING recorded_at
        ), events AS (
            INSERT INTO log.domain_event
                (position, event_id, stream_id, stream_type, sequence, name, revision, recorded_at, payload, metadata)
            SELECT e.position, e.event_id, e.stream_id, e.stream_type, e.sequence, e.name, e.revision,
                   head.recorded_at, e.payload, e.metadata
            FROM head, unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[],
                              ?::bytea[], ?::bytea[])
                 AS e (position, event_id, stream_id, stream_type, sequence, name, revision, payload, metadata)
        ), leaves AS (
            INSERT INTO log.tlog_leaf (leaf_index, event_id, entry, hash, appended_at)
            SELECT l.position - 1, l.event_id, l.entry, l.hash, head.recorded_at
            FROM head, unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[]) AS l (position, event_id, entry, hash)
        ), nodes AS (
            INSERT INTO log.tlog_node (level, index, hash)
            SELECT n.level, n.index, n.hash
            FROM head, unnest(?::integer[], ?::bigint[], ?::bytea[]) AS n (level, index, hash)
        ), lookups AS (
            INSERT INTO log.lookup (lookup, key, version, value)
            SELECT l.lookup, l.key, l.version, l.value::jsonb
            FROM head, unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) AS l (lookup, key, version, value)
            ON CONFLICT (lookup, key) DO UPDATE SET version = EXCLUDED.version, value = EXCLUDED.value
        ), commands AS (
            INSERT INTO log.command_log
                (command_id, command_name, received_at, actor, roles, channel, correlation_id, idempotency_key,
                 request_hash, outcome, stream_id, version, position, events)
            SELECT c.command_id, c.command_name, c.received_at, c.actor, c.roles, c.channel, c.correlation_id,
                   c.idempotency_key, c.request_hash, 'accepted', c.stream_id, c.version, c.position, c.events
            FROM head, unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::integer[])
                 AS c (command_id, command_name, received_at, actor, roles, channel, correlation_id,
                       idempotency_key, request_hash, stream_id, version, position, events)
        ), keys AS (
            INSERT INTO log.idempotency (actor, key, command_id, stored_at)
            SELECT k.actor, k.key, k.command_id, ?
            FROM head, unnest(?::text[], ?::text[], ?::uuid[]) AS k (actor, key, command_id)
        )
        SELECT EXISTS (SELECT FROM head) AS stored,
               ARRAY(SELECT write FROM moved WHERE NOT known) AS moved,
               ARRAY(SELECT write FROM moved WHERE known) AS known
        """;

    private final Append append;
    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter = 1;

    /**
     * What became of it: stored whole, or not at all.
     *
     * @param moved the writes that had read something which has changed since
     * @param known the writes whose key was answered before
     */
    record Verdict(boolean stored, Set<Integer> moved, Set<Integer> known) {}

    /** One row of one write. */
    private record Of<T>(int write, T row) {}

    private AppendStatement(Append append, Connection connection, PreparedStatement statement) {
        this.append = append;
        this.connection = connection;
        this.statement = statement;
    }

    static Verdict run(Append append, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            var run = new AppendStatement(append, connection, statement);
            run.bindComparisons();
            run.bindHead();
            run.bindEvents();
            run.bindLookups();
            run.bindCommands();
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean("stored")
                        ? new Verdict(true, Set.of(), Set.of())
                        : new Verdict(false, writes(row.getArray("moved")), writes(row.getArray("known")));
            }
        }
    }

    private static Set<Integer> writes(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((Integer[]) array.getArray()));
    }

    private void bindComparisons() throws SQLException {
        List<Of<Map.Entry<String, Long>>> streams =
                each(write -> write.streams().entrySet());
        integers(streams, Of::write);
        texts(streams, of -> of.row().getKey());
        longs(streams, of -> of.row().getValue());
        List<Of<Map.Entry<LookupKey, Long>>> read = each(write -> write.read().entrySet());
        integers(read, Of::write);
        texts(read, of -> of.row().getKey().lookup());
        texts(read, of -> of.row().getKey().key());
        longs(read, of -> of.row().getValue());
        List<Of<CommandEnvelope>> keyed = keyed();
        integers(keyed, Of::write);
        texts(keyed, of -> of.row().actor());
        texts(keyed, of -> of.row().idempotencyKey());
    }

    private void bindHead() throws SQLException {
        Head after = append.after();
        value(after.size());
        value(after.frontier().root().bytes());
        value(after.edge());
        value(OffsetDateTime.ofInstant(after.recordedAt(), ZoneOffset.UTC));
        value(append.before().size());
        value(append.before().frontier().root().bytes());
    }

    private void bindEvents() throws SQLException {
        List<Append.Placed> placed = append.events();
        longs(placed, Append.Placed::position);
        texts(placed, of -> of.event().id().toString());
        texts(placed, of -> of.event().streamId());
        texts(placed, of -> of.event().streamType());
        longs(placed, of -> of.event().sequence());
        texts(placed, of -> of.event().name());
        integers(placed, of -> of.event().revision());
        bytes(placed, of -> of.event().payload());
        bytes(placed, of -> of.event().metadata());
        longs(placed, Append.Placed::position);
        texts(placed, of -> of.event().id().toString());
        bytes(placed, Append.Placed::entry);
        bytes(placed, of -> of.leaf().bytes());
        List<Node> nodes = append.growth().nodes();
        integers(nodes, Node::level);
        longs(nodes, Node::index);
        bytes(nodes, node -> node.hash().bytes());
    }

    private void bindLookups() throws SQLException {
        List<Of<Map.Entry<LookupKey, String>>> lookups =
                each(write -> write.lookups().entrySet());
        texts(lookups, of -> of.row().getKey().lookup());
        texts(lookups, of -> of.row().getKey().key());
        longs(lookups, of -> append.end(of.write()));
        texts(lookups, of -> of.row().getValue());
    }

    private void bindCommands() throws SQLException {
        List<Of<Write>> writes = each(List::of);
        texts(writes, of -> of.row().envelope().commandId().toString());
        texts(writes, of -> of.row().envelope().commandName());
        texts(writes, of -> of.row().envelope().receivedAt().toString());
        texts(writes, of -> of.row().envelope().actor());
        texts(writes, of -> of.row().envelope().roleText());
        texts(writes, of -> of.row().envelope().channel());
        texts(writes, of -> of.row().envelope().correlationId());
        texts(writes, of -> of.row().envelope().idempotencyKey());
        texts(writes, of -> of.row().envelope().requestHash());
        texts(writes, of -> of.row().streamId());
        longs(writes, of -> of.row().version());
        longs(writes, of -> append.end(of.write()));
        integers(writes, of -> of.row().events().size());
        value(OffsetDateTime.ofInstant(append.recordedAt(), ZoneOffset.UTC));
        List<Of<CommandEnvelope>> keyed = keyed();
        texts(keyed, of -> of.row().actor());
        texts(keyed, of -> of.row().idempotencyKey());
        texts(keyed, of -> of.row().commandId().toString());
    }

    private List<Of<CommandEnvelope>> keyed() {
        return each(write -> write.envelope().idempotencyKey() == null ? List.of() : List.of(write.envelope()));
    }

    private <T> List<Of<T>> each(Function<Write, Collection<T>> rows) {
        var all = new ArrayList<Of<T>>();
        for (int write = 0; write < append.writes().size(); write++) {
            for (T row : rows.apply(append.writes().get(write))) {
                all.add(new Of<>(write, row));
            }
        }
        return all;
    }

    private void value(Object value) throws SQLException {
        statement.setObject(parameter++, value);
    }

    // Arrays of just these element types travel in binary; any other would be written out as one long text.
    private <T> void texts(List<T> rows, Function<? super T, @Nullable String> column) throws SQLException {
        array("text", rows.stream().map(column).toArray(String[]::new));
    }

    private <T> void longs(List<T> rows, Function<? super T, Long> column) throws SQLException {
        array("bigint", rows.stream().map(column).toArray(Long[]::new));
    }

    private <T> void integers(List<T> rows, Function<? super T, Integer> column) throws SQLException {
        array("integer", rows.stream().map(column).toArray(Integer[]::new));
    }

    private <T> void bytes(List<T> rows, Function<? super T, byte[]> column) throws SQLException {
        array("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private void array(String type, Object[] values) throws SQLException {
        statement.setArray(parameter++, connection.createArrayOf(type, values));
    }
}
