package org.sevenfold.query.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** One table of a board, live or shadow: what it knows of a stream, and what a fold changes in it. */
final class BoardTable<R extends Record> {

    private final JdbcTemplate jdbc;
    private final Columns<R> columns;
    private final String table;
    private final String select;

    BoardTable(JdbcTemplate jdbc, Columns<R> columns, String name) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.table = "query." + name;
        String texts = columns.names().stream().map(column -> column + "::text").collect(Collectors.joining(", "));
        this.select = "SELECT ctid::text, stream_id, " + texts + ", known_from, known_to FROM " + table;
    }

    /** All columns in the order in which rows are inserted and copied. */
    List<String> names() {
        var names = new ArrayList<String>();
        names.add("stream_id");
        names.addAll(columns.names());
        names.add("known_from");
        names.add("known_to");
        return names;
    }

    String name() {
        return table;
    }

    /** The rows of a stream that are known now. */
    List<Held<R>> timeline(String streamId) {
        return jdbc.query(
                select + " WHERE stream_id = ? AND known_to = " + Held.STILL + " ORDER BY known_from, ctid",
                mapper(),
                streamId);
    }

    /** Writes the end of what is no longer known, and what is known since. */
    void write(Collection<Held<R>> ended, Collection<Held<R>> standing) {
        var ends = ended.stream()
                .filter(row -> row.place() != null)
                .map(row -> new Object[] {row.knownTo(), row.place()})
                .toList();
        if (!ends.isEmpty()) {
            jdbc.batchUpdate("UPDATE " + table + " SET known_to = ? WHERE ctid = ?::tid", ends);
        }
        var born = new ArrayList<Held<R>>();
        ended.stream().filter(row -> row.place() == null).forEach(born::add);
        standing.stream().filter(row -> row.place() == null).forEach(born::add);
        if (!born.isEmpty()) {
            insert(born);
        }
    }

    private void insert(List<Held<R>> rows) {
        String values = IntStream.range(0, names().size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
        jdbc.batchUpdate(
                "INSERT INTO " + table + " (" + String.join(", ", names()) + ") VALUES (" + values + ")",
                rows,
                500,
                (statement, row) -> {
                    List<@Nullable String> texts = texts(row);
                    for (int i = 0; i < texts.size(); i++) {
                        // The server reads the text as what the column is.
                        statement.setObject(i + 1, texts.get(i), java.sql.Types.OTHER);
                    }
                });
    }

    /** A row as the texts of all columns. */
    List<@Nullable String> texts(Held<R> row) {
        var texts = new ArrayList<@Nullable String>();
        texts.add(row.streamId());
        texts.addAll(row.texts());
        texts.add(Long.toString(row.knownFrom()));
        texts.add(Long.toString(row.knownTo()));
        return texts;
    }

    private RowMapper<Held<R>> mapper() {
        return (row, number) -> held(row);
    }

    private Held<R> held(ResultSet row) throws SQLException {
        int width = columns.names().size();
        var texts = new ArrayList<@Nullable String>(width);
        for (int i = 0; i < width; i++) {
            texts.add(row.getString(i + 3));
        }
        return new Held<>(
                row.getString(2),
                columns.row(texts),
                texts,
                row.getLong(width + 3),
                row.getLong(width + 4),
                row.getString(1));
    }
}
