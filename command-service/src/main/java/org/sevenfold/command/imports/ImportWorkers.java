package org.sevenfold.command.imports;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.CommandDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works on imports, a few at once, the oldest first, also on those that another instance left behind. Told to stop, each
 * worker ends its row and gives its job back.
 */
@Component
class ImportWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorkers.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration TIDY_FIRST = Duration.ofMinutes(1);
    private static final Duration TIDY_EVERY = Duration.ofDays(1);
    private static final Duration LAST_ROW = Duration.ofSeconds(15);

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final CommandDesk desk;
    private final int atOnce;
    private volatile @Nullable ScheduledThreadPoolExecutor threads;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    /**
     * The workers of this instance.
     *
     * @param atOnce how many imports are worked on at once; 0 where this instance takes files and others work on them
     */
    ImportWorkers(
            ImportJobs jobs, ImportRows rows, CommandDesk desk, @Value("${sevenfold.imports.at-once:4}") int atOnce) {
        this.jobs = jobs;
        this.rows = rows;
        this.desk = desk;
        this.atOnce = atOnce;
    }

    @Override
    public void start() {
        if (atOnce == 0) {
            return;
        }
        stopped = new CountDownLatch(1);
        var all = new ScheduledThreadPoolExecutor(
                atOnce, Thread.ofPlatform().name("import-", 1).factory());
        all.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        all.scheduleWithFixedDelay(this::tidy, TIDY_FIRST.toMillis(), TIDY_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        threads = all;
    }

    /** Looks for a job at once, because there is a new one. */
    void wake() {
        ScheduledThreadPoolExecutor all = threads;
        if (all != null && !all.isShutdown()) {
            all.execute(this::look);
        }
    }

    private void look() {
        UUID worker = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
        try {
            while (stopped.getCount() > 0) {
                Optional<ImportJob> job = jobs.take(worker);
                if (job.isEmpty()) {
                    return;
                }
                wake();
                new ImportWork(jobs, rows, desk::take, this::pause).on(job.get(), worker);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "an import stopped and will be taken up again ({})",
                    e.getClass().getName());
        }
    }

    private boolean pause(Duration over) {
        try {
            return stopped.await(over.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void tidy() {
        try {
            jobs.tidy();
        } catch (RuntimeException e) {
            LOG.warn(
                    "old imports could not be erased and will be tomorrow ({})",
                    e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        ScheduledThreadPoolExecutor all = threads;
        if (all == null) {
            return;
        }
        stopped.countDown();
        all.shutdown();
        try {
            if (!all.awaitTermination(LAST_ROW.toMillis(), TimeUnit.MILLISECONDS)) {
                all.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            all.shutdownNow();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
