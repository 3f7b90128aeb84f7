package org.sevenfold.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.metamodel.annotation.Id;
import org.javers.repository.sql.DialectName;
import org.javers.repository.sql.JaversSqlRepository;
import org.javers.repository.sql.SqlRepositoryBuilder;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;

/** JaVers with its tables on PostgreSQL: a snapshot of a new entity a commit, in a transaction of its own. */
final class JaversPeer implements AutoCloseable {

    private final FreshDatabase database = PostgresForTests.freshDatabase();
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> connection = ThreadLocal.withInitial(this::open);
    private final Javers javers;

    /** What is kept: about as much as one of our events. */
    record Entry(@Id String id, String title, String text, int number) {}

    JaversPeer() throws SQLException {
        JaversSqlRepository repository = SqlRepositoryBuilder.sqlRepository()
                .withConnectionProvider(connection::get)
                .withDialect(DialectName.POSTGRES)
                .build();
        javers = JaversBuilder.javers().registerJaversRepository(repository).build();
        connection.get().commit();
    }

    Contender creating() {
        return new Contender("JaVers", (client, turn) -> {
            javers.commit(
                    "benchmark",
                    new Entry(UUID.randomUUID().toString(), "Recognising risk together", "x".repeat(80), 1));
            connection.get().commit();
        });
    }

    private Connection open() {
        try {
            Connection open = database.superuser().getConnection();
            open.setAutoCommit(false);
            opened.add(open);
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection open : List.copyOf(opened)) {
            open.close();
        }
    }
}
