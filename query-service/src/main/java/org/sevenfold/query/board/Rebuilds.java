package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
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
        return only(rebuild(List.of(board)));
    }

    /** Builds several tables anew in one pass over the log, all of them or none. */
    public List<Result> rebuild(List<Board<?, ?>> boards) {
        boards.forEach(this::requireReady);
        return inOne(atomically, status -> {
            boards.forEach(this::pin);
            boards.forEach(this::claim);
            Map<Board<?, ?>, Shadow<?>> shadows = new LinkedHashMap<>();
            for (Board<?, ?> board : boards) {
                TableShape.of(board).create(jdbc, shadow(board));
                shadows.put(board, Shadow.empty(board, shadow(board), jdbc, position(board)));
            }
            Shadow.fill(List.copyOf(shadows.values()), log);
            var results = new ArrayList<Result>();
            shadows.forEach((board, shadow) -> {
                Result result = compared(board, shadow(board), shadow);
                TableShape.of(board).index(jdbc, shadow(board));
                jdbc.update(
                        "INSERT INTO query.shadow VALUES (?, ?) ON CONFLICT (board) DO UPDATE SET position = ?",
                        board.name(),
                        result.position(),
                        result.position());
                results.add(result);
            });
            return results;
        });
    }

    /** Compares the live table with the log at the same position; changes nothing. */
    public Result verify(Board<?, ?> board) {
        var results = new ArrayList<Result>();
        verify(List.of(board), (verified, result) -> results.add(result), (failed, why) -> {
            throw why;
        });
        return only(results);
    }

    /**
     * Compares several live tables with the log, in one pass over it and all at one moment; changes nothing.
     *
     * @param compared told of each that could be compared
     * @param failed told of each that could not: somebody else is at it, or the log cannot be folded into it
     */
    public void verify(
            List<Board<?, ?>> boards,
            BiConsumer<Board<?, ?>, Result> compared,
            BiConsumer<Board<?, ?>, RuntimeException> failed) {
        var ready = new ArrayList<Board<?, ?>>();
        for (Board<?, ?> board : boards) {
            try {
                requireReady(board);
                ready.add(board);
            } catch (Refusal e) {
                failed.accept(board, e);
            }
        }
        inOne(atOneMoment, status -> {
            var pinned = new ArrayList<Board<?, ?>>();
            for (Board<?, ?> board : ready) {
                apart(status, board, failed, () -> {
                    pin(board);
                    pinned.add(board);
                });
            }
            Map<Board<?, ?>, Shadow<?>> shadows = new LinkedHashMap<>();
            for (Board<?, ?> board : pinned) {
                apart(status, board, failed, () -> {
                    claim(board);
                    TableShape.of(board).create(jdbc, check(board));
                    shadows.put(board, Shadow.empty(board, check(board), jdbc, position(board)));
                });
            }
            try {
                Shadow.fill(List.copyOf(shadows.values()), log);
            } catch (RuntimeException e) {
                // The log cannot be read to its end, which is for whoever checks the log to name.
                shadows.keySet().forEach(board -> failed.accept(board, e));
                shadows.clear();
            }
            shadows.forEach((board, shadow) ->
                    apart(status, board, failed, () -> compared.accept(board, compared(board, check(board), shadow))));
            status.setRollbackOnly();
            return boards.size();
        });
    }

    /** What fails for one table leaves the transaction as it was for the others. */
    private static void apart(
            TransactionStatus status,
            Board<?, ?> board,
            BiConsumer<Board<?, ?>, RuntimeException> failed,
            Runnable work) {
        Object before = status.createSavepoint();
        try {
            work.run();
        } catch (RuntimeException e) {
            status.rollbackToSavepoint(before);
            failed.accept(board, e);
        }
    }

    /** Brings the shadow to the live table's position, compares the two, and puts the shadow in its place. */
    public Result activate(Board<?, ?> board) {
        requireReady(board);
        try {
            return inOne(atomically, status -> {
                pin(board);
                claim(board);
                jdbc.execute("SET LOCAL lock_timeout = '10s'");
                // The live board cannot move until this transaction ends: whoever feeds it begins with this lock.
                OptionalLong live = positions.lock(board.name());
                long position = live.orElse(0);
                Shadow<?> rest = Shadow.behind(board, shadow(board), jdbc, built(board), position);
                Shadow.fill(List.of(rest), log);
                rest.finish();
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

    private static <T> T inOne(TransactionTemplate transaction, Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(transaction.execute(work::apply));
    }

    /** Before the transaction, because its first read may only come after its locks. */
    private void requireReady(Board<?, ?> board) {
        if (position(board) == Positions.NOT_READY) {
            throw Refusal.because(
                            Code.UNAVAILABLE,
                            "The table is being made.",
                            "What it holds has changed, so it is built anew from the log.")
                    .remedy("Try again once it is listed as current.")
                    .with("retryAfterSeconds", 5);
        }
    }

    /** Before the first read, so that a transaction that sees one moment sees the table of that moment. */
    private void pin(Board<?, ?> board) {
        jdbc.execute("LOCK TABLE query." + board.name() + " IN ACCESS SHARE MODE");
    }

    /** Keeps others from rebuilding, verifying or switching the table until the transaction ends. */
    private void claim(Board<?, ?> board) {
        if (!claimed(jdbc, board)) {
            throw Refusal.because(
                            Code.CONCURRENT_CHANGE,
                            "Somebody is at this already.",
                            "The same table is being rebuilt, verified or switched.")
                    .remedy("Wait for it to end, then try again.");
        }
    }

    private Result compared(Board<?, ?> board, String rebuilt, Shadow<?> shadow) {
        long rows = shadow.finish();
        return result(board, shadow.end(), rows, Comparison.of(board, jdbc, board.name(), rebuilt));
    }

    private static Result only(List<Result> results) {
        return results.getFirst();
    }

    /** Whether the table is the caller's to build, compare or switch until its transaction ends. */
    static boolean claimed(JdbcTemplate jdbc, Board<?, ?> board) {
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
        return positions.all().getOrDefault(board.name(), Positions.NOT_READY);
    }

    private long count(String table) {
        return new ArrayList<>(jdbc.queryForList("SELECT count(*) FROM query." + table, Long.class)).getFirst();
    }

    private static String shadow(Board<?, ?> board) {
        return shadow(board.name());
    }

    /** The name of the table that is built beside a live one. */
    static String shadow(String live) {
        return live + "_next";
    }

    private static String check(Board<?, ?> board) {
        return board.name() + "_check";
    }

    private static Result result(Board<?, ?> board, long position, long rows, Comparison comparison) {
        return new Result(board.name(), position, rows, comparison.equal(), comparison.differences());
    }
}
