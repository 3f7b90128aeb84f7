package org.sevenfold.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.flywaydb.core.Flyway;
import org.sevenfold.platform.log.LogSignal;

/** An empty log in a database of a test's own. */
public final class LogForTests {

    private static final ConcurrentMap<String, Boolean> MIGRATED = new ConcurrentHashMap<>();

    private LogForTests() {}

    /** Creates the log's tables as their owner does, once a database. */
    public static FreshDatabase migrated(FreshDatabase database) {
        MIGRATED.computeIfAbsent(database.name(), name -> {
            Flyway.configure()
                    .dataSource(database.owner())
                    .locations("classpath:db/log")
                    .schemas("log")
                    .createSchemas(false)
                    .load()
                    .migrate();
            return true;
        });
        return database;
    }

    /** A signal between processes on this database; the caller starts and stops it. */
    public static LogSignal signal(FreshDatabase database) {
        return new LogSignal(() -> database.command().getConnection());
    }

    /** Runs a statement as the database's superuser. */
    public static void asSuperuser(FreshDatabase database, String sql) {
        try (Connection connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
