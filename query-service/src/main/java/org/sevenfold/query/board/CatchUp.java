package org.sevenfold.query.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sevenfold.platform.log.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings boards up to where the reader is: one that is new, one whose table was being switched, and one that could not
 * take an event, which is tried again after a second, then two, then four, half a minute apart at last.
 */
final class CatchUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int READ_EVENTS = 2000;
    private static final long LOOK_MILLIS = 250;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Fed<?>> boards;
    private final Positions positions;
    private final LogReader log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Pause> pauses = new HashMap<>();
    private volatile ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(CatchUp::thread);
    private volatile boolean running;

    /** Until when a board that failed is left alone, and how long the next pause will be. */
    private record Pause(Instant until, Duration next) {}

    CatchUp(
            List<Board<?, ?>> boards,
            JdbcTemplate jdbc,
            Positions positions,
            LogReader log,
            TransactionTemplate transaction,
            Clock clock) {
        this.boards = boards.stream().<Fed<?>>map(board -> Fed.of(board, jdbc)).toList();
        this.positions = positions;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start() {
        looking = Executors.newSingleThreadScheduledExecutor(CatchUp::thread);
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("boards-catch-up").unstarted(work);
    }

    private void look() {
        try {
            long reader = positions.reader();
            Map<String, Long> at = positions.all();
            for (Fed<?> board : boards) {
                long position = at.getOrDefault(board.name(), Positions.NOT_READY);
                if (position != Positions.NOT_READY && position < reader && !paused(board)) {
                    catchUp(board);
                }
            }
        } catch (RuntimeException e) {
            // The database is away, or this service is stopping; the next look will tell.
            LOG.debug("boards could not be looked at", e);
        }
    }

    private boolean paused(Fed<?> board) {
        Pause pause = pauses.get(board.name());
        return pause != null && clock.instant().isBefore(pause.until);
    }

    private void catchUp(Fed<?> board) {
        try {
            while (running && Boolean.TRUE.equals(transaction.execute(status -> step(board)))) {
                pauses.remove(board.name());
            }
        } catch (RuntimeException e) {
            Pause before = pauses.get(board.name());
            Duration pause = before == null ? Duration.ofSeconds(1) : before.next;
            Duration next = pause.multipliedBy(2);
            pauses.put(
                    board.name(), new Pause(clock.instant().plus(pause), next.compareTo(LONGEST) > 0 ? LONGEST : next));
            LOG.error("board {} is stopped; it is tried again in {} s", board.name(), pause.toSeconds(), e);
        }
    }

    /** Takes some of the events behind the board's position; whether there may be more to take at once. */
    private <R extends Record> boolean step(Fed<R> board) {
        OptionalLong position = positions.lockIfFree(board.name());
        if (position.isEmpty()) {
            return false;
        }
        // Read after the lock: behind it the live reader includes the board again or leaves it to the next look.
        long behind = positions.reader() - position.getAsLong();
        if (behind <= 0) {
            return false;
        }
        Fold<R> fold = board.fold();
        long reached = position.getAsLong();
        RuntimeException stopped = null;
        for (LogReader.Raw raw : log.after(reached, (int) Math.min(READ_EVENTS, behind))) {
            try {
                fold.take(raw.recorded());
                reached = raw.position();
            } catch (RuntimeException e) {
                stopped = e;
                break;
            }
        }
        if (reached == position.getAsLong() && stopped != null) {
            throw stopped;
        }
        board.write(fold);
        positions.move(board.name(), reached);
        return true;
    }
}
