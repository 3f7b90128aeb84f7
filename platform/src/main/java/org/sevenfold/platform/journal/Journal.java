package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that appends to the log. It compares what a command had read, assigns positions and the recording time,
 * and stores events, leaves, nodes, head, lookup values, command-log row and idempotency row in one transaction.
 *
 * <p>An answer means that all of it is on disk. An interrupted connection leaves open whether the write was stored, so
 * the journal looks for it before it tries again; if the database stays away for longer than {@link #PATIENCE}, the
 * command is refused as unavailable and its key finds out later what became of it.
 */
public final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long PAUSE_MILLIS = 200;

    private final DataSource dataSource;
    private final Clock clock;
    private final LogSignal signal;
    private final CommandLog commandLog;
    // Writers of this process take turns, so that the remembered head is the head as long as nobody else appends.
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Head remembered;

    public Journal(DataSource dataSource, Clock clock, LogSignal signal) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.signal = signal;
        this.commandLog = new CommandLog(dataSource);
    }

    /** Stores the write, or says why not; throws a refusal where the database cannot take it or stays away. */
    Outcome store(Write write) {
        turn.lock();
        try {
            Outcome outcome = storeInTurn(write);
            if (outcome instanceof Outcome.Done done
                    && !done.accepted().events().isEmpty()) {
                signal.appended();
            }
            return outcome;
        } finally {
            turn.unlock();
        }
    }

    /** The answer that was given under this key before; empty where the key is new. */
    public Optional<StoredAnswer> answered(String actor, String key) {
        return commandLog.answered(actor, key);
    }

    /** Keeps a refused attempt for the auditor: who, what and why, without the request itself. */
    public void refused(CommandEnvelope envelope, Refusal.Details why) {
        commandLog.refused(envelope, why);
    }

    private Outcome storeInTurn(Write write) {
        Instant deadline = Instant.now().plus(PATIENCE);
        boolean perhapsStored = false;
        while (true) {
            try {
                return perhapsStored ? storeUnlessStored(write) : attempt(write);
            } catch (SQLException e) {
                remembered = null;
                if (Failures.untakeable(e)) {
                    throw Failures.unreadable();
                }
                if (!Read.connectionLost(dataSource, e)) {
                    throw new JournalFailed(e);
                }
                perhapsStored = true;
                if (Instant.now().isAfter(deadline)) {
                    throw Failures.away(e);
                }
                LOG.warn(
                        "connection lost while storing command {}; looking again",
                        write.envelope().commandId());
                pause();
            }
        }
    }

    private Outcome storeUnlessStored(Write write) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // Whoever still holds the head may be our own first attempt, about to commit: ask only once it has gone.
            connection.setAutoCommit(false);
            Head.read(connection, true);
            Optional<Accepted> stored =
                    CommandLog.accepted(connection, write.envelope().commandId());
            connection.rollback();
            if (stored.isPresent()) {
                return new Outcome.Done(stored.get());
            }
        }
        return attempt(write);
    }

    private Outcome attempt(Write write) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (remembered != null && write.beside().isEmpty()) {
                Append append = new Append(write, remembered, now());
                try {
                    connection.setAutoCommit(true);
                    if (append.store(connection)) {
                        return done(append);
                    }
                } catch (SQLException e) {
                    if (!Failures.taken(e)) {
                        throw e;
                    }
                }
            }
            return attemptLocked(connection, write);
        }
    }

    private Outcome attemptLocked(Connection connection, Write write) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Append append = new Append(write, Head.read(connection, true), now());
            if (!append.store(connection)) {
                Optional<StoredAnswer> before = CommandLog.answered(connection, write.envelope());
                connection.rollback();
                remembered = null;
                return before.<Outcome>map(Outcome.AnsweredBefore::new).orElseGet(Outcome.Moved::new);
            }
            for (Write.Beside beside : write.beside()) {
                beside.store(connection);
            }
            connection.commit();
            return done(append);
        } catch (SQLException | RuntimeException e) {
            rollback(connection);
            throw e;
        }
    }

    private Outcome done(Append append) {
        remembered = append.after();
        return new Outcome.Done(append.accepted());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("rollback failed; the connection is given up", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.because(
                            Code.UNAVAILABLE, "Sevenfold is stopping.", "It could not be seen whether this was stored.")
                    .remedy("Send it again with the same key.");
        }
    }
}
