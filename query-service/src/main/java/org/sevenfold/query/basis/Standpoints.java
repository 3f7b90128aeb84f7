package org.sevenfold.query.basis;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.query.board.Boards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what an answer stands on, and reads it as of one moment. "Now" is the lowest position that all boards read by
 * the answer have reached. A past that has been recorded never changes, however often it is asked for.
 */
@Component
public final class Standpoints {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_MILLIS = 15;

    private final Boards boards;
    private final LogReader log;
    private final JdbcClient sql;
    private final LogRoots roots;
    private final TransactionTemplate oneMoment;

    Standpoints(Boards boards, LogReader log, JdbcClient sql, PlatformTransactionManager transactions) {
        this.boards = boards;
        this.log = log;
        this.sql = sql;
        this.roots = new LogRoots(sql);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Reads at what was asked. Waits two seconds at most for boards that have not come so far; refuses with
     * projection-lagging where they do not come, or where "now" would be more than ten seconds old. An answer that reads a
     * board which no answer of its kind has read before is read again, with that one held as well; so is one that fails on
     * it. Each time there is one more, so there is an end.
     *
     * @param needs what answers of this kind read, which is seen here
     */
    public <T> T read(Asked asked, Needs needs, BiFunction<Basis, Statements, T> reading) {
        while (true) {
            Set<String> held = needs.boards();
            var statements = new Statements(sql, board -> boards.named(board).isPresent());
            try {
                T answer = read(asked, held, statements, reading);
                needs.learn(statements.read());
                if (held.containsAll(statements.read())) {
                    return answer;
                }
            } catch (RuntimeException e) {
                needs.learn(statements.read());
                if (held.containsAll(statements.read())) {
                    throw e;
                }
            }
        }
    }

    private <T> T read(
            Asked asked, Set<String> needed, Statements statements, BiFunction<Basis, Statements, T> reading) {
        Long past = past(asked);
        long least = Math.max(past == null ? 0 : past, asked.minPosition() == null ? 0 : asked.minPosition());
        await(least, needed);
        return Objects.requireNonNull(oneMoment.execute(status -> {
            boards.hold(needed);
            long reached = boards.reached(needed);
            long position = past == null ? reached : past;
            if (reached < least || (past == null && boards.late(reached))) {
                throw Boards.lagging();
            }
            var basis = new Basis(asked.effectiveOn(), position, recordedAt(position), roots.at(position));
            return reading.apply(basis, statements);
        }));
    }

    private @Nullable Long past(Asked asked) {
        if (asked.isNow()) {
            return null;
        }
        Instant instant = asked.instant();
        if (instant != null) {
            return log.positionAt(instant);
        }
        Long position = asked.position();
        if (position == null || position > boards.end()) {
            throw AskedParameters.future();
        }
        return position;
    }

    private void await(long least, Set<String> needed) {
        // Also where nothing is asked for in particular: a table that is being made stands below everything.
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (boards.reached(needed) < least) {
            if (System.nanoTime() - deadline > 0) {
                throw Boards.lagging();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Boards.lagging();
        }
    }

    private @Nullable Instant recordedAt(long position) {
        return sql.sql("SELECT recorded_at FROM log.domain_event WHERE position = ?")
                .param(position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
