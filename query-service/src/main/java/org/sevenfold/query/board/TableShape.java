package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.query.board.Board.Index;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a board's table is made of: its columns, and the indexes by which rows are found. What is known of a stream now,
 * the thing that a row is about, and what people call it are always indexed; the board names what else is.
 */
final class TableShape {

    private final String columns;
    private final List<String> indexes = new ArrayList<>();

    private TableShape(Board<?, ?> board) {
        Columns<?> shape = Columns.of(board);
        this.columns = "stream_id text NOT NULL, " + String.join(", ", shape.declarations())
                + ", known_from bigint NOT NULL, known_to bigint NOT NULL";
        indexes.add("(stream_id) WHERE known_to = " + Held.STILL);
        shape.firstId()
                .filter(id -> board.indexes().stream()
                        .noneMatch(index -> index.key().getFirst().equals(id)))
                .forEach(id -> indexes.add(index(shape, List.of(id), List.of())));
        for (Index index : board.indexes()) {
            indexes.add(index(shape, index.key(), index.included()));
        }
        shape.references()
                .forEach(reference -> indexes.add("(lower(" + reference + ")) INCLUDE (known_from, known_to)"));
    }

    static TableShape of(Board<?, ?> board) {
        return new TableShape(board);
    }

    private static String index(Columns<?> shape, List<String> key, List<String> included) {
        var keys = new LinkedHashSet<>(key);
        keys.addAll(shape.days());
        List<String> rest = Stream.concat(Stream.of("known_from", "known_to"), included.stream())
                .filter(column -> !keys.contains(column))
                .toList();
        return "(" + String.join(", ", keys) + ") INCLUDE (" + String.join(", ", rest) + ")";
    }

    /** Makes an empty table of this shape, in place of one of that name. */
    void create(JdbcTemplate jdbc, String table) {
        jdbc.execute("DROP TABLE IF EXISTS query." + table);
        jdbc.execute("CREATE TABLE query." + table + " (" + columns + ")");
    }

    /** Indexes such a table, which is quicker once all its rows are there. */
    void index(JdbcTemplate jdbc, String table) {
        indexes.forEach(index -> jdbc.execute("CREATE INDEX ON query." + table + " " + index));
    }

    /** The same for the same shape only. */
    String text() {
        return columns + indexes;
    }
}
