package org.sevenfold.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;

/** The measure of all others: plain JDBC on a table of its own, with a connection for each client. */
final class PlainJdbc implements AutoCloseable {

    private static final byte[] ROW = new byte[200];
    private static final int UPSERTS_A_COMMIT = 500;

    private final FreshDatabase database = PostgresForTests.freshDatabase();
    private final Map<Integer, Client> clients = new ConcurrentHashMap<>();

    private record Client(Connection connection, PreparedStatement insert) {}

    PlainJdbc() {
        LogForTests.asSuperuser(
                database,
                "CREATE TABLE plain (id bigint PRIMARY KEY, row bytea NOT NULL); CREATE TABLE upserted (id bigint"
                        + " PRIMARY KEY, version bigint NOT NULL, row bytea NOT NULL)");
    }

    /** INSERT and COMMIT, one row of 200 bytes at a time. */
    Contender inserting() {
        return new Contender("plain JDBC", (client, turn) -> {
            Client own = clients.computeIfAbsent(client, new_ -> open());
            own.insert.setLong(1, turn);
            own.insert.setBytes(2, ROW);
            own.insert.executeUpdate();
            own.connection.commit();
        });
    }

    /** Writes this many rows into an empty table, 500 upserts a commit; gives rows a second. */
    double upserting(int rows) throws SQLException {
        LogForTests.asSuperuser(database, "TRUNCATE upserted; CHECKPOINT");
        try (Connection connection = database.superuser().getConnection();
                PreparedStatement upsert = connection.prepareStatement("INSERT INTO upserted VALUES (?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, row = EXCLUDED.row")) {
            connection.setAutoCommit(false);
            long from = System.nanoTime();
            for (int row = 1; row <= rows; row++) {
                upsert.setLong(1, row);
                upsert.setLong(2, row);
                upsert.setBytes(3, ROW);
                upsert.addBatch();
                if (row % UPSERTS_A_COMMIT == 0 || row == rows) {
                    upsert.executeBatch();
                    connection.commit();
                }
            }
            return rows / ((System.nanoTime() - from) / 1e9);
        }
    }

    private Client open() {
        try {
            Connection connection = database.superuser().getConnection();
            connection.setAutoCommit(false);
            return new Client(connection, connection.prepareStatement("INSERT INTO plain VALUES (?, ?)"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        List<Client> all = new ArrayList<>(clients.values());
        for (Client client : all) {
            client.connection.close();
        }
    }
}
