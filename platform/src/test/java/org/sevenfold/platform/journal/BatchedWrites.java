package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.testing.FreshDatabase;

/** Lets writes come while another one is being stored, so that they wait at the same moment and share what comes next. */
final class BatchedWrites {

    private final FreshDatabase database;
    private final Journal journal;

    BatchedWrites(FreshDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Stores them, in this order; gives for each its outcome, or what it threw. One more write goes before them. */
    Map<String, Object> together(Map<String, Write> writes, Runnable whenAllWait)
            throws SQLException, InterruptedException {
        try (Connection connection = database.superuser().getConnection()) {
            connection.setAutoCommit(false);
            Head.read(connection, true);
            List<CompletableFuture<Object>> came = new ArrayList<>();
            came.add(come(Writes.toNewStream().write(), () -> headIsWaitedFor(connection)));
            for (Write write : writes.values()) {
                came.add(come(write, () -> false));
            }
            whenAllWait.run();
            connection.rollback();
            var became = new LinkedHashMap<String, Object>();
            came.removeFirst().join();
            writes.keySet().forEach(name -> became.put(name, came.removeFirst().join()));
            return became;
        }
    }

    /** Returns when the write waits in the line, or so as is asked. */
    private CompletableFuture<Object> come(Write write, BooleanSupplier waits) throws InterruptedException {
        var outcome = new CompletableFuture<Object>();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                outcome.complete(journal.store(write));
            } catch (RuntimeException e) {
                outcome.complete(e);
            }
        });
        while (thread.getState() != Thread.State.WAITING && !waits.getAsBoolean()) {
            Thread.sleep(1);
        }
        return outcome;
    }

    private static boolean headIsWaitedFor(Connection connection) {
        try {
            return !Read.all(connection, "SELECT 1 FROM pg_locks WHERE NOT granted", row -> true)
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
