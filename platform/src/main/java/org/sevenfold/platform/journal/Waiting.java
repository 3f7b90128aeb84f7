package org.sevenfold.platform.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A write that waits to be stored, with the thread that waits for its outcome. It is settled once, by whoever stores. */
final class Waiting {

    private final Write write;
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private @Nullable Outcome outcome;
    private @Nullable RuntimeException failure;
    private volatile boolean settled;
    private volatile boolean next;

    Waiting(Write write) {
        this.write = write;
    }

    Write write() {
        return write;
    }

    boolean settled() {
        return settled;
    }

    boolean waitedFor(Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    void settle(Outcome is) {
        outcome = is;
        settled = true;
    }

    void fail(RuntimeException with) {
        failure = with;
        settled = true;
    }

    boolean moved() {
        return outcome instanceof Outcome.Moved;
    }

    boolean grewTheLog() {
        return outcome instanceof Outcome.Done done && !done.accepted().events().isEmpty();
    }

    /** Tells the thread that it is its turn to store. */
    void goAhead() {
        next = true;
        wake();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    /** Returns when the write is settled, or when it is this thread's turn to store. An interrupt is kept for later. */
    void await() {
        boolean interrupted = false;
        while (!settled && !next) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** What became of the write; throws what it failed with. */
    Outcome outcome() {
        if (failure != null) {
            throw failure;
        }
        if (outcome == null) {
            throw new IllegalStateException("a write was left without an outcome");
        }
        return outcome;
    }
}
