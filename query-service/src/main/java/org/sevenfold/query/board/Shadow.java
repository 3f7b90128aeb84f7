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
import org.sevenfold.platform.log.LogReader;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a table from the log: at first by copying what a fold in memory gives, then as the live one is filled. */
final class Shadow<R extends Row> {

    private static final int COPY_ROWS = 20_000;

    private final BoardTable<R> table;
    private final Fold<R> fold;
    private final JdbcTemplate jdbc;

    private Shadow(Board<?, R> board, String name, JdbcTemplate jdbc, boolean empty) {
        Columns<R> columns = Columns.of(board.row());
        this.jdbc = jdbc;
        this.table = new BoardTable<>(jdbc, columns, name);
        this.fold = new Fold<>(board, columns, empty ? stream -> List.of() : table::timeline);
    }

    /** Fills an empty table with all events up to a position; answers how many rows that made. */
    static long build(Board<?, ?> board, String table, JdbcTemplate jdbc, LogReader log, int batch, long end) {
        return new Shadow<>(board, table, jdbc, true).build(log, batch, end);
    }

    /** Takes the events behind one position up to another. */
    static void catchUp(
            Board<?, ?> board, String table, JdbcTemplate jdbc, LogReader log, int batch, long from, long end) {
        var shadow = new Shadow<>(board, table, jdbc, false);
        shadow.read(log, batch, from, end, () -> {});
        shadow.write();
    }

    private void write() {
        table.write(fold.takeEnded(), fold.standing());
    }

    private long build(LogReader log, int batch, long end) {
        long[] rows = {0};
        read(log, batch, 0, end, () -> {
            if (fold.endedRows() >= COPY_ROWS) {
                rows[0] += copy(fold.takeEnded());
            }
        });
        return rows[0] + copy(fold.takeEnded()) + copy(fold.standing());
    }

    private void read(LogReader log, int batch, long from, long end, Runnable afterBatch) {
        long position = from;
        while (position < end) {
            List<LogReader.Raw> events = log.after(position, (int) Math.min(batch, end - position));
            if (events.isEmpty()) {
                throw new IllegalStateException("the log ends at " + position + ", before position " + end);
            }
            for (LogReader.Raw raw : events) {
                fold.take(raw.recorded());
                position = raw.position();
            }
            afterBatch.run();
        }
    }

    private long copy(Collection<Held<R>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var text = new StringBuilder();
        rows.forEach(row -> text.append(
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
