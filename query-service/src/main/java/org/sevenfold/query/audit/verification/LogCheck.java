package org.sevenfold.query.audit.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.Node;
import org.sevenfold.query.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares every event, as its bytes are stored, with what its leaf says of it, and every leaf with the tree. Reads batch
 * by batch, so that it neither holds the log in memory nor a transaction open.
 */
final class LogCheck {

    private static final int BATCH_EVENTS = 1000;

    private static final String PAIRS = """
        SELECT event.*, leaf.leaf_index, leaf.event_id AS leaf_event, leaf.entry, leaf.hash
        FROM (SELECT * FROM log.domain_event WHERE position > :from AND position <= :to) event
        FULL JOIN (SELECT * FROM log.tlog_leaf WHERE leaf_index >= :from AND leaf_index < :to) leaf
          ON leaf.leaf_index = event.position - 1
        ORDER BY coalesce(leaf.leaf_index, event.position - 1)
        """;

    private static final String NODES = """
        SELECT node.level, node.index, node.hash
        FROM generate_series(1, 62) AS g (level)
        JOIN log.tlog_node node
          ON node.level = g.level AND node.index >= :from >> g.level AND node.index < :to >> g.level
        """;

    private final JdbcClient sql;
    private final Findings findings;

    /** An event and a leaf that belong together by their place; one of them may be absent. */
    private record Pair(
            long index, @Nullable Stored event, @Nullable Leaf leaf) {

        static Pair of(ResultSet row) throws SQLException {
            byte[] entry = row.getBytes("entry");
            byte[] hash = row.getBytes("hash");
            String eventId = row.getString("event_id");
            long position = row.getLong("position");
            return new Pair(
                    entry == null ? position - 1 : row.getLong("leaf_index"),
                    eventId == null ? null : Stored.of(row),
                    entry == null || hash == null ? null : new Leaf(row.getString("leaf_event"), entry, hash));
        }
    }

    private record Leaf(String eventId, byte[] entry, byte[] hash) {}

    /** An event as it is stored, with the leaf entry that it would have today; null where it could have none. */
    private record Stored(String eventId, byte @Nullable [] entry) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getString("event_id"), entry(row));
        }

        private static byte @Nullable [] entry(ResultSet row) throws SQLException {
            try {
                return leafEntry(row).canonical();
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /** The leaf entry that an event of the log has as it is stored; throws where it could have none. */
    static LeafEntry leafEntry(ResultSet event) throws SQLException {
        return LeafEntry.of(
                event.getString("stream_id"),
                event.getString("stream_type"),
                event.getLong("sequence"),
                event.getString("event_id"),
                event.getString("name"),
                event.getInt("revision"),
                event.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                event.getBytes("payload"),
                event.getBytes("metadata"));
    }

    LogCheck(JdbcClient sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    /**
     * Checks the events behind one position up to another.
     *
     * @param start the right edge of the tree of {@code from} leaves
     * @return the right edge of the tree of {@code to} leaves, from the leaves as they are; empty where one is missing
     */
    Optional<Frontier> check(Frontier start, long from, long to, Jobs.Progress progress) {
        Frontier edge = start;
        boolean whole = true;
        for (long at = from; at < to; at += BATCH_EVENTS) {
            long end = Math.min(at + BATCH_EVENTS, to);
            List<Hash> leaves = leaves(at, end);
            whole &= leaves.size() == end - at;
            if (whole) {
                Frontier.Growth growth = edge.append(leaves);
                compareNodes(growth.nodes(), at, end);
                edge = growth.frontier();
            }
            progress.at(end - from, to - from);
        }
        return whole ? Optional.of(edge) : Optional.empty();
    }

    private List<Hash> leaves(long from, long to) {
        var leaves = new ArrayList<Hash>();
        long expected = from;
        for (Pair pair : sql.sql(PAIRS)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Pair.of(row))
                .list()) {
            for (; expected < pair.index; expected++) {
                findings.add(Wrong.MISSING, "leaf " + expected, "Neither the leaf nor its event is there.");
            }
            expected++;
            compare(pair);
            if (pair.leaf != null) {
                leaves.add(Hash.leaf(pair.leaf.entry));
            }
        }
        for (; expected < to; expected++) {
            findings.add(Wrong.MISSING, "leaf " + expected, "Neither the leaf nor its event is there.");
        }
        return leaves;
    }

    private void compare(Pair pair) {
        Leaf leaf = pair.leaf;
        Stored event = pair.event;
        String where = "leaf " + pair.index;
        if (leaf == null) {
            findings.add(
                    Wrong.UNLOGGED,
                    "event " + (event == null ? "" : event.eventId),
                    "It stands at position %d, and no leaf speaks of it.".formatted(pair.index + 1));
        } else if (event == null) {
            gone(leaf, where);
        } else if (event.entry == null || !Arrays.equals(event.entry, leaf.entry)) {
            findings.add(Wrong.ALTERED, where, difference(event, leaf));
        } else if (!Arrays.equals(Hash.leaf(leaf.entry).bytes(), leaf.hash) || !event.eventId.equals(leaf.eventId)) {
            findings.add(Wrong.ALTERED, where, "The leaf's own hash or event id is not that of its entry.");
        }
    }

    private void gone(Leaf leaf, String where) {
        Optional<Long> elsewhere = sql.sql("SELECT position FROM log.domain_event WHERE event_id = ?::uuid")
                .param(leaf.eventId)
                .query(Long.class)
                .optional();
        if (elsewhere.isPresent()) {
            findings.add(Wrong.ALTERED, where, "Its event stands at position " + elsewhere.get() + " instead.");
        } else {
            findings.add(Wrong.MISSING, where, "Its event " + leaf.eventId + " is gone.");
        }
    }

    private static String difference(Stored event, Leaf leaf) {
        if (event.entry == null) {
            return "What is stored could not have been logged.";
        }
        try {
            LeafEntry logged = LeafEntry.parse(leaf.entry);
            LeafEntry stored = LeafEntry.parse(event.entry);
            var parts = new ArrayList<String>();
            if (!logged.eventId().equals(stored.eventId())) {
                return "Another event, " + stored.eventId() + ", stands in the place of " + logged.eventId() + ".";
            }
            differs(parts, "content", logged.payloadSha256(), stored.payloadSha256());
            differs(parts, "who did it, when and why", logged.metadataSha256(), stored.metadataSha256());
            differs(parts, "recording time", logged.recordedAt(), stored.recordedAt());
            differs(parts, "name", logged.name(), stored.name());
            differs(parts, "revision", logged.revision(), stored.revision());
            differs(parts, "stream", logged.streamId() + logged.streamType(), stored.streamId() + stored.streamType());
            differs(parts, "number in its stream", logged.sequence(), stored.sequence());
            return "Of the event " + stored.eventId() + " this is not what was logged: " + String.join(", ", parts)
                    + ".";
        } catch (IllegalArgumentException e) {
            return "The leaf's entry is none.";
        }
    }

    private static void differs(List<String> parts, String part, Object logged, Object stored) {
        if (!logged.equals(stored)) {
            parts.add(part);
        }
    }

    private void compareNodes(List<Node> expected, long from, long to) {
        var stored = new java.util.HashMap<String, Hash>();
        sql.sql(NODES).param("from", from).param("to", to).query(row -> {
            stored.put(row.getInt("level") + "/" + row.getLong("index"), new Hash(row.getBytes("hash")));
        });
        for (Node node : expected) {
            String place = node.level() + "/" + node.index();
            Hash there = stored.get(place);
            if (!node.hash().equals(there)) {
                findings.add(
                        Wrong.ROOT_MISMATCH,
                        "node " + place,
                        there == null
                                ? "A hash of the tree is missing."
                                : "A hash of the tree is not that of its leaves.");
            }
        }
    }
}
