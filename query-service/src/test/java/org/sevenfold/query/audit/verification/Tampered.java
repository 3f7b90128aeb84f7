package org.sevenfold.query.audit.verification;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A log in the hands of the database's superuser, whom no trigger stops, and as it was before. */
public final class Tampered {

    private final DataSource superuser;
    private final List<String> tables;

    public Tampered(DataSource superuser) {
        this.superuser = superuser;
        this.tables = new JdbcTemplate(superuser)
                .queryForList(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('log', 'query')"
                                + " AND tablename NOT IN ('flyway_schema_history', 'job')",
                        String.class);
        all(jdbc -> {
            jdbc.execute("DROP SCHEMA IF EXISTS kept CASCADE");
            jdbc.execute("CREATE SCHEMA kept");
            tables.forEach(table -> jdbc.execute("CREATE TABLE kept.%s AS TABLE %s".formatted(bare(table), table)));
        });
    }

    private interface Work {
        void on(JdbcTemplate jdbc);
    }

    /** Does it, and no trigger stands in the way. */
    public void by(String... statements) {
        all(jdbc -> List.of(statements).forEach(jdbc::execute));
    }

    /** Makes the tree anew from the events as they are, and the head with it. */
    public void makeTreeAnew() {
        all(jdbc -> {
            jdbc.execute("DELETE FROM log.tlog_leaf");
            jdbc.execute("DELETE FROM log.tlog_node");
            Frontier[] edge = {Frontier.EMPTY};
            jdbc.query("SELECT * FROM log.domain_event ORDER BY position", row -> {
                byte[] entry = LogCheck.leafEntry(row).canonical();
                Hash leaf = Hash.leaf(entry);
                jdbc.update(
                        "INSERT INTO log.tlog_leaf VALUES (?, ?, ?, ?, ?)",
                        edge[0].size(),
                        row.getObject("event_id"),
                        entry,
                        leaf.bytes(),
                        row.getObject("recorded_at", OffsetDateTime.class));
                Frontier.Growth growth = edge[0].append(List.of(leaf));
                growth.nodes()
                        .forEach(node -> jdbc.update(
                                "INSERT INTO log.tlog_node VALUES (?, ?, ?)",
                                node.level(),
                                node.index(),
                                node.hash().bytes()));
                edge[0] = growth.frontier();
            });
            var bytes = new ByteArrayOutputStream();
            edge[0].edge().forEach(hash -> bytes.writeBytes(hash.bytes()));
            jdbc.update(
                    "UPDATE log.tlog_head SET size = ?, root = ?, edge = ?",
                    edge[0].size(),
                    edge[0].root().bytes(),
                    bytes.toByteArray());
        });
    }

    /** Everything as it was. */
    public void undo() {
        all(jdbc -> {
            jdbc.execute("ALTER TABLE log.domain_event ENABLE TRIGGER append_only");
            jdbc.execute("REVOKE UPDATE ON log.domain_event FROM sevenfold_command");
            for (String table : tables) {
                jdbc.execute("DELETE FROM " + table);
                jdbc.execute("INSERT INTO %s TABLE kept.%s".formatted(table, bare(table)));
            }
        });
    }

    private void all(Work work) {
        try (Connection connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("SET LOCAL session_replication_role = replica");
            work.on(jdbc);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }
}
