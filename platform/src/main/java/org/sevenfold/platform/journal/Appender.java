package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the writes of a batch in one transaction. As long as no other instance appends, the head is remembered and one
 * round trip does it; else the head is locked, read, and kept until the commit. Used by one thread at a time.
 */
final class Appender {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final DataSource dataSource;
    private final Clock clock;
    private @Nullable Head remembered;
    private boolean alone = true;

    Appender(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Settles every write of the batch. Where it throws, those that are not settled are not stored, except where the
     * connection was lost: then nobody knows.
     *
     * @param perhapsStored whether an earlier attempt at these writes lost its connection
     */
    void store(List<Waiting> batch, boolean perhapsStored) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (List<Waiting> open = open(batch); !open.isEmpty(); open = open(batch)) {
                if (perhapsStored || !storeRemembered(connection, Together.of(open))) {
                    storeLocked(connection, open, perhapsStored);
                }
            }
        } catch (SQLException | RuntimeException e) {
            remembered = null;
            throw e;
        }
    }

    private static List<Waiting> open(List<Waiting> batch) {
        return batch.stream().filter(waiting -> !waiting.settled()).toList();
    }

    /** False where the head has to be locked; else at least one write is settled. */
    private boolean storeRemembered(Connection connection, Together together) throws SQLException {
        if (remembered == null || !alone || together.storesBeside()) {
            return false;
        }
        connection.setAutoCommit(true);
        Append append = new Append(together.writes(), remembered, now());
        try {
            AppendStatement.Verdict verdict = AppendStatement.run(append, connection);
            if (verdict.stored()) {
                done(together, append);
                return true;
            }
            return settleMoved(connection, together, verdict);
        } catch (SQLException e) {
            // Another instance stored the same key while the head stayed the same: behind the lock it will be seen.
            if (Failures.taken(e)) {
                return false;
            }
            throw e;
        }
    }

    private void storeLocked(Connection connection, List<Waiting> batch, boolean perhapsStored) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Head head = Head.read(connection, true);
            alone = remembered == null || remembered.equals(head);
            if (perhapsStored) {
                settleStored(connection, batch);
            }
            if (!storeBehind(head, connection, batch)) {
                connection.rollback();
                remembered = head;
            }
        } catch (SQLException | RuntimeException e) {
            rollback(connection);
            throw e;
        }
    }

    /** Stores behind a head that is locked and commits; false where nothing is left to be stored in this transaction. */
    private boolean storeBehind(Head head, Connection connection, List<Waiting> batch) throws SQLException {
        for (List<Waiting> open = open(batch); !open.isEmpty(); open = open(batch)) {
            Together together = Together.of(open);
            Append append = new Append(together.writes(), head, now());
            AppendStatement.Verdict verdict = AppendStatement.run(append, connection);
            if (verdict.stored()) {
                if (!together.storeBeside(connection)) {
                    return false;
                }
                connection.commit();
                done(together, append);
                return true;
            }
            if (!settleMoved(connection, together, verdict)) {
                throw new IllegalStateException("the head moved while it was locked");
            }
        }
        return false;
    }

    private void done(Together together, Append append) {
        remembered = append.after();
        together.settle(append);
    }

    /** Settles the writes that are to blame for a statement that stored nothing; false where there is none. */
    private static boolean settleMoved(Connection connection, Together together, AppendStatement.Verdict verdict)
            throws SQLException {
        for (int known : verdict.known()) {
            Waiting waiting = together.stored().get(known);
            Optional<StoredAnswer> before =
                    CommandLog.answered(connection, waiting.write().envelope());
            waiting.settle(before.<Outcome>map(Outcome.AnsweredBefore::new).orElseGet(Outcome.Moved::new));
        }
        for (int moved : verdict.moved()) {
            if (!verdict.known().contains(moved)) {
                together.stored().get(moved).settle(new Outcome.Moved());
            }
        }
        return !verdict.known().isEmpty() || !verdict.moved().isEmpty();
    }

    /** Whoever held the head may have been our own lost attempt; now that it is locked, that is decided. */
    private static void settleStored(Connection connection, List<Waiting> batch) throws SQLException {
        for (Waiting waiting : batch) {
            CommandLog.accepted(connection, waiting.write().envelope().commandId())
                    .ifPresent(accepted -> waiting.settle(new Outcome.Done(accepted)));
        }
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
}
