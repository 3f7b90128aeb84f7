package org.sevenfold.allinone.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.sevenfold.allinone.start.StartFailure;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.bag.BagEvent;
import org.sevenfold.ledger.bag.OpenedBag;

/**
 * The log of a bag, written as its owner into an empty database. What is taken is what the leaves speak of: an event whose
 * content is not that of its leaf is refused, because figures from it would prove nothing.
 *
 * @param root in hexadecimal digits
 */
record ReplayedLog(long size, String root) {

    private static final int BATCH_EVENTS = 1000;
    private static final String EVENT =
            "INSERT INTO log.domain_event (position, event_id, stream_id, stream_type, sequence,"
                    + " name, revision, recorded_at, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LEAF =
            "INSERT INTO log.tlog_leaf (leaf_index, event_id, entry, hash, appended_at) VALUES (?, ?, ?, ?, ?)";
    private static final String NODE = "INSERT INTO log.tlog_node (level, index, hash) VALUES (?, ?, ?)";
    private static final String HEAD = "UPDATE log.tlog_head SET size = ?, root = ?, edge = ?, recorded_at = ?";

    static ReplayedLog write(DataSource owner, OpenedBag bag) throws IOException, SQLException {
        try (Connection connection = owner.getConnection();
                PreparedStatement events = connection.prepareStatement(EVENT);
                PreparedStatement leaves = connection.prepareStatement(LEAF);
                PreparedStatement nodes = connection.prepareStatement(NODE)) {
            connection.setAutoCommit(false);
            var writer = new Writer(events, leaves, nodes);
            bag.events(writer::take);
            writer.flush();
            writer.head(connection);
            connection.commit();
            return new ReplayedLog(writer.edge.size(), writer.edge.root().hex());
        }
    }

    private static final class Writer {

        private final PreparedStatement events;
        private final PreparedStatement leaves;
        private final PreparedStatement nodes;
        private Frontier edge = Frontier.EMPTY;
        private OffsetDateTime recordedAt = OffsetDateTime.MIN;
        private int waiting;

        Writer(PreparedStatement events, PreparedStatement leaves, PreparedStatement nodes) {
            this.events = events;
            this.leaves = leaves;
            this.nodes = nodes;
        }

        void take(BagEvent event) throws IOException {
            try {
                write(event);
            } catch (SQLException e) {
                throw new IOException("The event of leaf " + event.leafIndex() + " could not be stored", e);
            }
        }

        private void write(BagEvent event) throws SQLException {
            byte[] payload = event.payload();
            byte[] metadata = event.metadata();
            LeafEntry entry = LeafEntry.parse(event.entry());
            if (event.leafIndex() != edge.size()
                    || payload == null
                    || metadata == null
                    || !Hash.sha256(payload).equals(entry.payloadSha256())
                    || !Hash.sha256(metadata).equals(entry.metadataSha256())) {
                throw new StartFailure("The event of leaf " + event.leafIndex()
                        + " is not what its leaf says; examine the bag with audit-verify first.");
            }
            recordedAt = entry.recordedAt().atOffset(ZoneOffset.UTC);
            bind(
                    events,
                    event.leafIndex() + 1,
                    UUID.fromString(entry.eventId()),
                    entry.streamId(),
                    entry.streamType(),
                    entry.sequence(),
                    entry.name(),
                    entry.revision(),
                    recordedAt,
                    payload,
                    metadata);
            bind(
                    leaves,
                    event.leafIndex(),
                    UUID.fromString(entry.eventId()),
                    event.entry(),
                    event.leafHash().bytes(),
                    recordedAt);
            Frontier.Growth growth = edge.append(List.of(event.leafHash()));
            for (var node : growth.nodes()) {
                bind(nodes, node.level(), node.index(), node.hash().bytes());
            }
            edge = growth.frontier();
            if (++waiting == BATCH_EVENTS) {
                flush();
            }
        }

        void flush() throws SQLException {
            events.executeBatch();
            leaves.executeBatch();
            nodes.executeBatch();
            waiting = 0;
        }

        void head(Connection connection) throws SQLException {
            if (edge.size() == 0) {
                return;
            }
            var bytes = new ByteArrayOutputStream();
            edge.edge().forEach(hash -> bytes.writeBytes(hash.bytes()));
            try (PreparedStatement head = connection.prepareStatement(HEAD)) {
                bind(head, edge.size(), edge.root().bytes(), bytes.toByteArray(), recordedAt);
                head.executeBatch();
            }
        }

        private static void bind(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }
    }
}
