package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds a board's table anew from the log, beside the live one, compares the two at one position, and switches. Reads
 * go on meanwhile; one rebuild, verification or switch of a board runs at a time.
 */
public final class Rebuilds {

    private static final int READ_EVENTS = 2000;

    private final JdbcTemplate jdbc;
    private final LogReader log;
    private final Positions positions;
    private final TransactionTemplate atomically;
    private final TransactionTemplate atOneMoment;

    /**
     * What came of it.
     *
     * @param rows how many rows the table built from the log has
     * @param differences which rows stand in one of the two only, at most a hundred; empty where they are equal
     */
    public record Result(
            String board, long position, long rows, boolean equal, List<Comparison.Difference> differences) {

        /** The keys of the rows that differ. */
        public List<String> keys() {
            return differences.stream()
                    .map(Comparison.Difference::key)
                    .distinct()
                    .toList();
        }
    }

    Rebuilds(JdbcTemplate jdbc, LogReader log, Positions positions, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.log = log;
        this.positions = positions;
        this.atomically = new TransactionTemplate(transactions);
        this.atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Builds the table anew beside the live one, up to the live one's position; an earlier shadow is thrown away. */
    public Result rebuild(Board<?, ?> board) {
        return alone(atomically, board, status -> {
            String shadow = shadow(board);
            jdbc.execute("DROP TABLE IF EXISTS query." + shadow);
            jdbc.execute("CREATE TABLE query." + shadow + " (LIKE query." + board.name() + " INCLUDING ALL)");
            long position = position(board);
            long rows = Shadow.build(board, shadow, jdbc, log, READ_EVENTS, position);
            jdbc.update(
                    "INSERT INTO query.shadow VALUES (?, ?) ON CONFLICT (board) DO UPDATE SET position = ?",
                    board.name(),
                    position,
                    position);
            return result(board, position, rows, Comparison.of(board, jdbc, board.name(), shadow));
        });
    }

    /** Compares the live table with the log at the same position; changes nothing. */
    public Result verify(Board<?, ?> board) {
        return alone(atOneMoment, board, status -> {
            status.setRollbackOnly();
            long position = position(board);
            String check = board.name() + "_check";
            jdbc.execute("CREATE TABLE query." + check + " (LIKE query." + board.name() + ")");
            long rows = Shadow.build(board, check, jdbc, log, READ_EVENTS, position);
            return result(board, position, rows, Comparison.of(board, jdbc, board.name(), check));
        });
    }

    /** Brings the shadow to the live table's position, compares the two, and puts the shadow in its place. */
    public Result activate(Board<?, ?> board) {
        try {
            return alone(atomically, board, status -> {
                jdbc.execute("SET LOCAL lock_timeout = '10s'");
                // The live board cannot move until this transaction ends: whoever feeds it begins with this lock.
                OptionalLong live = positions.lock(board.name());
                long position = live.orElse(0);
                Shadow.catchUp(board, shadow(board), jdbc, log, READ_EVENTS, built(board), position);
                Comparison comparison = Comparison.of(board, jdbc, board.name(), shadow(board));
                switchTables(board);
                return result(board, position, count(board.name()), comparison);
            });
        } catch (CannotAcquireLockException | QueryTimeoutException e) {
            throw Refusal.because(
                            Code.UNAVAILABLE,
                            "The tables could not be switched just now.",
                            "A long answer is being read from the live one.")
                    .remedy("Try again in a moment; the rebuilt table is kept.")
                    .with("retryAfterSeconds", 5);
        }
    }

    private Result alone(TransactionTemplate transaction, Board<?, ?> board, Function<TransactionStatus, Result> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // Before the first read, so that a transaction that sees one moment sees the table of that moment.
            jdbc.execute("LOCK TABLE query." + board.name() + " IN ACCESS SHARE MODE");
            if (!free(board)) {
                throw Refusal.because(
                                Code.CONCURRENT_CHANGE,
                                "Somebody is at this already.",
                                "The same table is being rebuilt, verified or switched.")
                        .remedy("Wait for it to end, then try again.");
            }
            return work.apply(status);
        }));
    }

    private boolean free(Board<?, ?> board) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtext(?))", Boolean.class, "rebuild " + board.name()));
    }

    private void switchTables(Board<?, ?> board) {
        String live = "query." + board.name();
        jdbc.execute("ALTER TABLE " + live + " RENAME TO " + board.name() + "_old");
        jdbc.execute("ALTER TABLE query." + shadow(board) + " RENAME TO " + board.name());
        jdbc.execute("DROP TABLE " + live + "_old");
        jdbc.update("DELETE FROM query.shadow WHERE board = ?", board.name());
    }

    private long built(Board<?, ?> board) {
        return jdbc.queryForList("SELECT position FROM query.shadow WHERE board = ?", Long.class, board.name()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                                Code.INVALID_TRANSITION,
                                "There is nothing to switch to.",
                                "The table has not been rebuilt since it was last switched.")
                        .remedy("Rebuild it first."));
    }

    private long position(Board<?, ?> board) {
        return positions.all().getOrDefault(board.name(), 0L);
    }

    private long count(String table) {
        return new ArrayList<>(jdbc.queryForList("SELECT count(*) FROM query." + table, Long.class)).getFirst();
    }

    private static String shadow(Board<?, ?> board) {
        return board.name() + "_next";
    }

    private static Result result(Board<?, ?> board, long position, long rows, Comparison comparison) {
        return new Result(board.name(), position, rows, comparison.equal(), comparison.differences());
    }
}
