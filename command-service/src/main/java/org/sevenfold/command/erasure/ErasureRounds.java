package org.sevenfold.command.erasure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.command.lookups.Erasures;
import org.sevenfold.command.lookups.Erasures.Erasure;
import org.sevenfold.command.lookups.Erasures.Waiting;
import org.sevenfold.events.Role;
import org.sevenfold.platform.journal.LookupTable;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.signin.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does the erasures that are decided: deletes, then records that it is done. Killed anywhere in between, the next round
 * goes on, here or in another instance, because deleting again is no more and recording again is answered as before.
 */
@Component
class ErasureRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRounds.class);
    private static final long LOOK_SECONDS = 60;
    private static final long APART_MILLIS = 250;
    private static final Caller SELF = new Caller(Caller.SEVENFOLD, List.of(Role.SYSTEM));

    private final LookupTable lookups;
    private final Erasable erasable;
    private final CommandDesk desk;
    private final LogSignal signal;
    private final boolean on;
    private final Semaphore awake = new Semaphore(1);
    private volatile @Nullable ExecutorService thread;

    /** What is told of an erasure's course, so that a test can end it there. */
    @FunctionalInterface
    interface Watch {
        void at(Point point);
    }

    /** Where an erasure is. */
    enum Point {
        BEFORE,
        DELETED,
        RECORDED
    }

    /**
     * The rounds of this instance.
     *
     * @param on whether it makes any by itself
     */
    ErasureRounds(
            LookupTable lookups,
            Erasable erasable,
            CommandDesk desk,
            LogSignal signal,
            @Value("${sevenfold.erasure.on:true}") boolean on) {
        this.lookups = lookups;
        this.erasable = erasable;
        this.desk = desk;
        this.signal = signal;
        this.on = on;
    }

    /** Does what waits, unless another instance is at it. */
    void round(Watch watch) {
        if (!waiting().isEmpty()) {
            erasable.alone(() -> waiting().forEach(erasure -> tried(() -> erase(erasure, watch))));
        }
    }

    private List<Erasure> waiting() {
        return lookups.read(Erasures.LOOKUP, Erasures.ALL).orElse(Waiting.NONE).erasures();
    }

    private void erase(Erasure erasure, Watch watch) {
        watch.at(Point.BEFORE);
        if (!erasable.erase(erasure.personId().value())) {
            LOG.info("an erasure waits until the rows of a file that name the person are answered");
            return;
        }
        watch.at(Point.DELETED);
        String body = """
            {"person": "%s", "request": "%s"}\
            """.formatted(erasure.personId(), erasure.request());
        desk.take(new CommandDesk.Incoming(
                "record-person-erasure",
                body.getBytes(StandardCharsets.UTF_8),
                SELF,
                "system",
                "erasure-" + erasure.request(),
                null,
                false,
                "erasure-" + erasure.request()));
        watch.at(Point.RECORDED);
    }

    @Override
    public void start() {
        if (!on) {
            return;
        }
        ExecutorService single = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("erasure").factory());
        thread = single;
        single.execute(this::rounds);
    }

    private void rounds() {
        try (AutoCloseable listening = signal.onAppended(this::wake)) {
            while (isRunning()) {
                awake.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                awake.drainPermits();
                tried(() -> round(point -> {}));
                // Many a command is recorded between two erasures.
                TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** So that one erasure that cannot be done now holds up no other. */
    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "an erasure was not done and will be tried again ({})",
                    e.getClass().getName());
        }
    }

    private void wake() {
        awake.release();
    }

    @Override
    public void stop() {
        ExecutorService single = thread;
        thread = null;
        if (single != null) {
            single.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
