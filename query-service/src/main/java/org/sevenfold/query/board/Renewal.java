package org.sevenfold.query.board;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.platform.log.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables what the boards declare today. One that is declared no longer is dropped. One that is new, or whose
 * stored revision is another, is built from the log beside the live one and put in its place; answers that need it say
 * meanwhile that it lags, and all others go on. Of several instances one builds, and the one started last decides.
 */
final class Renewal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Board<?, ?>> boards;
    private final JdbcTemplate jdbc;
    private final LogReader log;
    private final Positions positions;
    private final TransactionTemplate transaction;
    private volatile Thread building = new Thread();
    private volatile boolean running;

    Renewal(
            List<Board<?, ?>> boards,
            JdbcTemplate jdbc,
            LogReader log,
            Positions positions,
            TransactionTemplate transaction) {
        this.boards = boards;
        this.jdbc = jdbc;
        this.log = log;
        this.positions = positions;
        this.transaction = transaction;
        transaction.executeWithoutResult(status -> begin());
    }

    /** What is done before anybody can ask: nothing that takes long, and everything where nothing is recorded yet. */
    private void begin() {
        jdbc.query("SELECT pg_advisory_xact_lock(hashtext('boards'))", row -> {});
        List<String> declared = boards.stream().map(Board::name).toList();
        for (String stored : jdbc.queryForList("SELECT name FROM query.board", String.class)) {
            if (!declared.contains(stored)) {
                LOG.info("the table {} is declared no longer and is dropped", stored);
                jdbc.execute("DROP TABLE IF EXISTS query." + stored + ", query." + Rebuilds.shadow(stored));
                jdbc.update("DELETE FROM query.shadow WHERE board = ?", stored);
                jdbc.update("DELETE FROM query.board WHERE name = ?", stored);
            }
        }
        positions.enter(declared);
        if (isNothingRecorded()) {
            stale().forEach(board -> {
                TableShape.of(board).create(jdbc, board.name());
                TableShape.of(board).index(jdbc, board.name());
                positions.ready(board.name(), 0);
            });
        }
    }

    /** Whether the log is empty, or not even made: then whoever makes it comes later. */
    private boolean isNothingRecorded() {
        String log = jdbc.queryForObject("SELECT to_regclass('log.domain_event')::text", String.class);
        return log == null
                || !Boolean.TRUE.equals(
                        jdbc.queryForObject("SELECT EXISTS (SELECT FROM log.domain_event)", Boolean.class));
    }

    private List<Board<?, ?>> stale() {
        Map<String, Long> at = positions.all();
        return boards.stream()
                .filter(board -> at.getOrDefault(board.name(), Positions.NOT_READY) == Positions.NOT_READY)
                .toList();
    }

    @Override
    public void start() {
        running = true;
        building = Thread.ofPlatform().daemon().name("boards-renewal").start(this::renewAll);
    }

    @Override
    public void stop() {
        running = false;
        building.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void renewAll() {
        Duration pause = PAUSE;
        try {
            while (running && !stale().isEmpty()) {
                try {
                    if (Boolean.TRUE.equals(transaction.execute(status -> renew()))) {
                        continue;
                    }
                } catch (RuntimeException e) {
                    LOG.error("tables could not be built anew; it is tried again in {} s", pause.toSeconds(), e);
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("the boards could not be looked at", e);
        }
    }

    /** Builds what nobody else builds, in one pass over the log; whether there was any. */
    private boolean renew() {
        long end = positions.reader();
        Map<Board<?, ?>, Shadow<?>> shadows = new LinkedHashMap<>();
        for (Board<?, ?> board : stale()) {
            // Looked at again once claimed: whoever had it may be done with it.
            if (Rebuilds.claimed(jdbc, board) && stale().contains(board)) {
                String beside = Rebuilds.shadow(board.name());
                TableShape.of(board).create(jdbc, beside);
                shadows.put(board, Shadow.empty(board, beside, jdbc, end));
            }
        }
        Shadow.fill(List.copyOf(shadows.values()), log);
        shadows.forEach((board, shadow) -> {
            long reached = shadow.settle();
            TableShape.of(board).index(jdbc, Rebuilds.shadow(board.name()));
            jdbc.execute("DROP TABLE IF EXISTS query." + board.name());
            jdbc.execute("ALTER TABLE query." + Rebuilds.shadow(board.name()) + " RENAME TO " + board.name());
            jdbc.update("DELETE FROM query.shadow WHERE board = ?", board.name());
            positions.ready(board.name(), reached);
            LOG.info("the table {} is built anew up to position {}", board.name(), reached);
        });
        return !shadows.isEmpty();
    }
}
