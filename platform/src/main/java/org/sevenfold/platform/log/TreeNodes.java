package org.sevenfold.platform.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.NodeId;
import org.sevenfold.ledger.NodeReader;

/** Hashes of the log's tree as they are stored, fetched together in one round trip. */
public final class TreeNodes implements NodeReader {

    private static final String SQL = """
        SELECT wanted.level, wanted.index, coalesce(node.hash, leaf.hash) AS hash
        FROM unnest(?::integer[], ?::bigint[]) AS wanted (level, index)
        LEFT JOIN log.tlog_node node ON node.level = wanted.level AND node.index = wanted.index
        LEFT JOIN log.tlog_leaf leaf ON wanted.level = 0 AND leaf.leaf_index = wanted.index
        """;

    private final Map<NodeId, Hash> fetched;

    private TreeNodes(Map<NodeId, Hash> fetched) {
        this.fetched = fetched;
    }

    /** The hashes at these places; one that is not stored is missed when it is asked for. */
    public static TreeNodes fetch(Connection connection, Collection<NodeId> places) throws SQLException {
        List<NodeId> wanted = new ArrayList<>(new LinkedHashSet<>(places));
        var fetched = new HashMap<NodeId, Hash>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", wanted.stream().map(NodeId::level).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", wanted.stream().map(NodeId::index).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byte[] hash = row.getBytes("hash");
                    if (hash != null) {
                        fetched.put(new NodeId(row.getInt("level"), row.getLong("index")), new Hash(hash));
                    }
                }
            }
        }
        return new TreeNodes(fetched);
    }

    @Override
    public Hash node(int level, long index) {
        Hash hash = fetched.get(new NodeId(level, index));
        if (hash == null) {
            throw new Missing(level, index);
        }
        return hash;
    }

    /** A hash of the tree is not stored, so nothing can be proved with it. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(int level, long index) {
            super("The tree lacks its hash " + index + " of level " + level);
        }
    }
}
