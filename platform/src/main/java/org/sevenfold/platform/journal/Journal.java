package org.sevenfold.platform.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that appends to the log. It compares what a command had read, assigns positions and the recording time,
 * and stores events, leaves, nodes, head, lookup values, command-log row and idempotency row in one transaction. Writes
 * that wait at the same moment share it; each is accepted or not by itself.
 *
 * <p>An answer means that all of it is on disk. An interrupted connection leaves open whether a write was stored, so the
 * journal looks for it before it tries again; if the database stays away for longer than {@link #PATIENCE}, the command
 * is refused as unavailable and its key finds out later what became of it.
 */
public final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long PAUSE_MILLIS = 200;

    private final DataSource dataSource;
    private final LogSignal signal;
    private final CommandLog commandLog;
    private final Line line = new Line();
    private final Appender appender;
    private final JournalMeters meters;

    /** A journal that nobody measures. */
    public Journal(DataSource dataSource, Clock clock, LogSignal signal) {
        this(dataSource, clock, signal, new CompositeMeterRegistry());
    }

    public Journal(DataSource dataSource, Clock clock, LogSignal signal, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.commandLog = new CommandLog(dataSource);
        this.appender = new Appender(dataSource, clock);
        this.meters = new JournalMeters(registry);
    }

    /** Stores the write, or says why not; throws a refusal where the database cannot take it or stays away. */
    Outcome store(Write write) {
        var mine = new Waiting(write);
        List<Waiting> batch = line.enter(mine);
        if (!batch.isEmpty()) {
            try {
                meters.commit().record(() -> settle(batch, false));
            } finally {
                batch.stream().filter(left -> !left.settled()).forEach(left -> left.fail(new JournalFailed(null)));
                line.leave();
                batch.forEach(Waiting::wake);
                meters.stored(batch);
                if (batch.stream().anyMatch(Waiting::grewTheLog)) {
                    signal.appended();
                }
            }
        }
        return mine.outcome();
    }

    /** The answer that was given under this key before; empty where the key is new. */
    public Optional<StoredAnswer> answered(String actor, String key) {
        return commandLog.answered(actor, key);
    }

    /** Keeps a refused attempt for the auditor: who, what and why, without the request itself. */
    public void refused(CommandEnvelope envelope, Refusal.Details why) {
        commandLog.refused(envelope, why);
    }

    private void settle(List<Waiting> batch, boolean perhapsStored) {
        boolean lost = perhapsStored;
        while (true) {
            try {
                appender.store(batch, lost);
                return;
            } catch (SQLException e) {
                if (!Read.connectionLost(dataSource, e)) {
                    settleApart(batch, lost, () -> Failures.of(e));
                    return;
                }
                lost = true;
                if (batch.getFirst().waitedFor(PATIENCE)) {
                    fail(batch, () -> Failures.away(e));
                    return;
                }
                LOG.warn("connection lost while storing {} commands; looking again", batch.size());
                if (!pause()) {
                    fail(batch, Failures::stopping);
                    return;
                }
            } catch (RuntimeException e) {
                settleApart(batch, lost, () -> e);
                return;
            }
        }
    }

    /** One write that cannot be stored fails alone: each is tried again by itself. */
    private void settleApart(List<Waiting> batch, boolean perhapsStored, Supplier<RuntimeException> failure) {
        if (batch.size() == 1) {
            fail(batch, failure);
            return;
        }
        for (Waiting waiting : batch) {
            if (!waiting.settled()) {
                settle(List.of(waiting), perhapsStored);
            }
        }
    }

    private static void fail(List<Waiting> batch, Supplier<RuntimeException> failure) {
        for (Waiting waiting : batch) {
            if (!waiting.settled()) {
                waiting.fail(failure.get());
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
