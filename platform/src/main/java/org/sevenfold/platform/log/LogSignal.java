package org.sevenfold.platform.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells readers that the log has grown: those of this process at once, those of other processes through PostgreSQL's
 * NOTIFY, a hundred times a second at most. A lost signal costs at most a second, because readers are woken once a second
 * besides.
 */
public final class LogSignal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogSignal.class);
    private static final String CHANNEL = "sevenfold_log";
    private static final int WAKE_MILLIS = 1000;
    private static final int APART_MILLIS = 10;

    private final Connections connections;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Semaphore toSend = new Semaphore(0);
    private volatile boolean running;
    private volatile int sender;

    /** Opens a connection of the signal's own, outside any pool. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    public LogSignal(Connections connections) {
        this.connections = connections;
    }

    /** Calls back whenever the log may have grown, until closed. */
    public AutoCloseable onAppended(Runnable callback) {
        Runnable listener = callback::run;
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The log has grown; never blocks. */
    public void appended() {
        toSend.release();
        wake();
    }

    private void wake() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("a reader could not be woken", e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("log-signal-out").start(() -> loop(this::send));
        Thread.ofPlatform().daemon().name("log-signal-in").start(() -> loop(this::receive));
    }

    @Override
    public void stop() {
        running = false;
        toSend.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Before everything that appends or reads, and after it when stopping.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    private void loop(Work work) {
        while (running) {
            try (Connection connection = connections.open()) {
                work.on(connection);
            } catch (SQLException e) {
                LOG.warn("the signal's connection was lost ({}); opening another", e.getSQLState());
                wake();
                sleep();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        sender = connection.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = connection.createStatement()) {
            while (running) {
                toSend.acquire();
                toSend.drainPermits();
                statement.execute("NOTIFY " + CHANNEL);
                TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
            }
        }
    }

    private void receive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (running) {
            if (!onlyOurs(postgres.getNotifications(WAKE_MILLIS))) {
                wake();
            }
        }
    }

    /** Whether there are signals, all of this process, whose readers were woken before they were sent. */
    private boolean onlyOurs(PGNotification[] signals) {
        return signals.length > 0 && Stream.of(signals).allMatch(signal -> signal.getPID() == sender);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAKE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
