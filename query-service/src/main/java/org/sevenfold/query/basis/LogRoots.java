package org.sevenfold.query.basis;

import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The root of the log's tree as it was at any position, from the stored nodes. */
final class LogRoots {

    private final JdbcClient sql;

    LogRoots(JdbcClient sql) {
        this.sql = sql;
    }

    String at(long position) {
        return MerkleTree.root(position, this::node).hex();
    }

    private Hash node(int level, long index) {
        byte[] hash = level == 0
                ? sql.sql("SELECT hash FROM log.tlog_leaf WHERE leaf_index = ?")
                        .param(index)
                        .query(byte[].class)
                        .single()
                : sql.sql("SELECT hash FROM log.tlog_node WHERE level = ? AND index = ?")
                        .param(level)
                        .param(index)
                        .query(byte[].class)
                        .single();
        return new Hash(hash);
    }
}
