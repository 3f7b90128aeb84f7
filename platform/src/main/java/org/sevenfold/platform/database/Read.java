package org.sevenfold.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One query on a connection of its own. A connection that broke is replaced, because a read can be repeated. */
public final class Read {

    private static final int ATTEMPTS = 3;

    private Read() {}

    /** Makes a value of the row that a result set stands on. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All rows; throws {@link DatabaseFailed} where the database does not answer. */
    public static <T> List<T> all(DataSource dataSource, String sql, Row<T> row, @Nullable Object... parameters) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                return all(connection, sql, row, parameters);
            } catch (SQLException e) {
                if (!connectionLost(dataSource, e) || attempt == ATTEMPTS) {
                    throw new DatabaseFailed(e);
                }
            }
        }
    }

    /** All rows, on a connection that somebody else has opened. */
    public static <T> List<T> all(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        }
    }

    /** The same as {@link #connectionLost(Throwable)}; the other idle connections are then given up, being dead too. */
    public static boolean connectionLost(DataSource dataSource, SQLException e) {
        boolean lost = connectionLost(e);
        try {
            if (lost && dataSource.isWrapperFor(HikariDataSource.class)) {
                HikariPoolMXBean pool =
                        dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                if (pool != null) {
                    pool.softEvictConnections();
                }
            }
        } catch (SQLException unwrapping) {
            e.addSuppressed(unwrapping);
        }
        return lost;
    }

    /** Whether the connection or the server went away or has no room, so that the same may succeed later. */
    public static boolean connectionLost(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The database did not answer a query. Its words stay in the log, because they may carry what was asked. */
    public static final class DatabaseFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public DatabaseFailed(SQLException cause) {
            super(cause);
        }
    }
}
