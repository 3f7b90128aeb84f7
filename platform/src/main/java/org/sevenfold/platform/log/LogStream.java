package org.sevenfold.platform.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way along the log. It reads ahead, but understands an event only when it is taken, so that everything in
 * front of an event that cannot be understood is still delivered.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int READ_EVENTS = 500;

    private final LogReader log;
    private final Deque<LogReader.Raw> ahead = new ArrayDeque<>();
    private final Semaphore woken = new Semaphore(0);
    private final AutoCloseable wakeUp;
    private volatile @Nullable Runnable whenAvailable;
    private @Nullable TrackedEventMessage<?> next;
    private long position;

    LogStream(LogReader log, LogSignal signal, long position) {
        this.log = log;
        this.position = position;
        this.wakeUp = signal.onAppended(() -> {
            woken.release();
            Runnable callback = whenAvailable;
            if (callback != null) {
                callback.run();
            }
        });
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null) {
            if (ahead.isEmpty()) {
                ahead.addAll(log.after(position, READ_EVENTS));
            }
            LogReader.Raw raw = ahead.peek();
            if (raw != null) {
                next = LogEngine.tracked(raw);
            }
        }
        return Optional.ofNullable(next);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isPresent()) {
            return true;
        }
        woken.drainPermits();
        return peek().isPresent() || (woken.tryAcquire(timeout, unit) && peek().isPresent());
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> taken = peek().orElse(null);
            if (taken != null) {
                position = ahead.remove().position();
                next = null;
                return taken;
            }
            woken.tryAcquire(1, TimeUnit.SECONDS);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        whenAvailable = callback;
        return true;
    }

    @Override
    public void close() {
        try {
            wakeUp.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
