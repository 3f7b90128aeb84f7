package org.sevenfold.query.board;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.log.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table that is filled from the log beside the live one: an empty one by copying what a fold in memory gives, one that
 * holds something as the live one is filled. Any number of them are filled in one pass over the log; one that cannot take
 * an event stops by itself.
 */
final class Shadow<R extends Record> {

    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
    private static final int COPY_ROWS = 20_000;

    private final Board<?, R> board;
    private final long from;
    private final long end;
    private final boolean empty;
    private final BoardTable<R> table;
    private final Fold<R> fold;
    private final JdbcTemplate jdbc;
    private long rows;
    private long reached;
    private @Nullable RuntimeException failure;

    private Shadow(Board<?, R> board, String name, JdbcTemplate jdbc, boolean empty, long from, long end) {
        Columns<R> columns = Columns.of(board);
        this.board = board;
        this.from = from;
        this.reached = from;
        this.end = end;
        this.empty = empty;
        this.jdbc = jdbc;
        this.table = new BoardTable<>(jdbc, columns, name);
        this.fold = new Fold<>(board, columns, empty ? stream -> List.of() : table::timeline);
    }

    /** An empty table that is to take all events up to a position. */
    static Shadow<?> empty(Board<?, ?> board, String table, JdbcTemplate jdbc, long end) {
        return new Shadow<>(board, table, jdbc, true, 0, end);
    }

    /** A table that is to take the events behind one position up to another. */
    static Shadow<?> behind(Board<?, ?> board, String table, JdbcTemplate jdbc, long from, long end) {
        return new Shadow<>(board, table, jdbc, false, from, end);
    }

    /** The position up to which it is filled. */
    long end() {
        return end;
    }

    /** Gives to each of them its events; each is read and understood once for all, ahead of being folded. */
    static void fill(List<Shadow<?>> shadows, LogReader log) {
        long from = shadows.stream().mapToLong(shadow -> shadow.from).min().orElse(0);
        long end = shadows.stream().mapToLong(shadow -> shadow.end).max().orElse(0);
        log.pass(from, end, raw -> Understood.of(raw, shadows), event -> shadows.forEach(shadow -> shadow.take(event)));
    }

    /**
     * An event that was read, so far as anybody needs it.
     *
     * @param kind what it is by its name; null where no such event is known
     * @param recorded the event; null where no table here folds its kind, or where it cannot be understood
     * @param failure why it cannot be understood
     */
    private record Understood(
            long position,
            @Nullable Class<? extends DomainEvent> kind,
            @Nullable Recorded<DomainEvent> recorded,
            @Nullable RuntimeException failure) {

        static Understood of(LogReader.Raw raw, List<Shadow<?>> shadows) {
            Class<? extends DomainEvent> kind = null;
            try {
                kind = EventCatalogue.named(raw.name()).payload();
                Class<? extends DomainEvent> known = kind;
                boolean folded = shadows.stream().anyMatch(shadow -> shadow.board.folds(known));
                return new Understood(raw.position(), kind, folded ? raw.recorded() : null, null);
            } catch (RuntimeException e) {
                return new Understood(raw.position(), kind, null, e);
            }
        }
    }

    private void take(Understood event) {
        if (failure != null || event.position <= from || event.position > end) {
            return;
        }
        boolean passesBy = event.kind != null && !board.folds(event.kind);
        if (!passesBy && event.recorded == null) {
            failure = event.failure;
            return;
        }
        try {
            if (!passesBy && event.recorded != null) {
                fold.take(event.recorded);
            }
            reached = event.position;
        } catch (RuntimeException e) {
            failure = e;
        }
        if (empty && fold.endedRows() >= COPY_ROWS) {
            rows += copy(fold.takeEnded());
        }
    }

    /** Writes what could be taken, and answers up to which position that is; what stopped it before its end is told. */
    long settle() {
        if (failure != null) {
            LOG.error("board {} cannot take position {} and stops before it", board.name(), reached + 1, failure);
            failure = null;
        }
        finish();
        return reached;
    }

    /** Writes what is left to be written; answers how many rows an empty table now has. Throws what had stopped it. */
    long finish() {
        if (failure != null) {
            throw failure;
        }
        if (empty) {
            rows += copy(fold.takeEnded()) + copy(fold.standing());
        } else {
            table.write(fold.takeEnded(), fold.standing());
        }
        return rows;
    }

    private long copy(Collection<Held<R>> held) {
        if (held.isEmpty()) {
            return 0;
        }
        var text = new StringBuilder();
        held.forEach(row -> text.append(
                        table.texts(row).stream().map(Shadow::escaped).collect(Collectors.joining("\t")))
                .append('\n'));
        String sql = "COPY " + table.name() + " (" + String.join(", ", table.names()) + ") FROM STDIN";
        Long copied = jdbc.execute((ConnectionCallback<Long>)
                connection -> copy(connection.unwrap(PGConnection.class), sql, text.toString()));
        return copied == null ? 0 : copied;
    }

    private static long copy(PGConnection connection, String sql, String text) throws SQLException {
        try {
            return connection.getCopyAPI().copyIn(sql, new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? "\\N"
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
