package org.sevenfold.platform.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;

/** The end of the log: how many events there are, the right edge of their tree, and when the last one was recorded. */
record Head(Frontier frontier, Instant recordedAt) {

    private static final int HASH_BYTES = 32;

    long size() {
        return frontier.size();
    }

    static Head read(Connection connection, boolean lock) throws SQLException {
        String sql = "SELECT size, edge, recorded_at, recorded_at = '-infinity' AS empty FROM log.tlog_head";
        try (var statement = connection.prepareStatement(lock ? sql + " FOR UPDATE" : sql);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the log has no head");
            }
            return new Head(
                    Frontier.of(row.getLong("size"), hashes(row.getBytes("edge"))),
                    row.getBoolean("empty")
                            ? Instant.EPOCH
                            : row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        }
    }

    byte[] edge() {
        var bytes = ByteBuffer.allocate(frontier.edge().size() * HASH_BYTES);
        frontier.edge().forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    private static List<Hash> hashes(byte[] edge) {
        var hashes = new ArrayList<Hash>();
        for (int at = 0; at < edge.length; at += HASH_BYTES) {
            hashes.add(new Hash(Arrays.copyOfRange(edge, at, at + HASH_BYTES)));
        }
        return hashes;
    }
}
