package org.sevenfold.query.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to which position each board has come, stored in the transaction of the board's rows, and up to where the reader has
 * read that feeds them all. A board stands behind the reader where it could not take an event, or is new.
 */
final class Positions {

    private final JdbcTemplate jdbc;

    Positions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes boards known that never ran; they stand at the log's beginning. */
    void enter(Collection<Board<?, ?>> boards) {
        boards.forEach(board -> jdbc.update(
                "INSERT INTO query.board (name, position) VALUES (?, 0) ON CONFLICT DO NOTHING", board.name()));
    }

    /** The position of every board; what is in force in the caller's transaction. */
    Map<String, Long> all() {
        return read("");
    }

    /** The positions of all boards that nobody else holds, which nobody changes until the caller's transaction ends. */
    Map<String, Long> lockFree() {
        return read(" ORDER BY name FOR UPDATE SKIP LOCKED");
    }

    /** The board's position, which nobody changes until the caller's transaction ends; empty where it never ran. */
    OptionalLong lock(String board) {
        return read(" WHERE name = '" + board + "' FOR UPDATE").values().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The same, but empty as well where somebody else holds it. */
    OptionalLong lockIfFree(String board) {
        return read(" WHERE name = '" + board + "' FOR UPDATE SKIP LOCKED").values().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void move(String board, long position) {
        jdbc.update("UPDATE query.board SET position = ? WHERE name = ?", position, board);
    }

    /** The position up to which the reader has fed all boards that could take it. */
    long reader() {
        Long position = jdbc.queryForObject("SELECT position FROM query.reader", Long.class);
        return position == null ? 0 : position;
    }

    void moveReader(long position) {
        jdbc.update("UPDATE query.reader SET position = ?", position);
    }

    private Map<String, Long> read(String rest) {
        var positions = new HashMap<String, Long>();
        jdbc.query("SELECT name, position FROM query.board" + rest, row -> {
            positions.put(row.getString(1), row.getLong(2));
        });
        return positions;
    }
}
