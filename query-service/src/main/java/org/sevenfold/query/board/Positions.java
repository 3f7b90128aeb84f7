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

    /** The position of a board whose table is not made, or is one of another revision. */
    static final long NOT_READY = -1;

    private final JdbcTemplate jdbc;
    private final Map<String, String> revisions;

    /**
     * Starts with no board known to the database.
     *
     * @param revisions what each board is today
     */
    Positions(JdbcTemplate jdbc, Map<String, String> revisions) {
        this.jdbc = jdbc;
        this.revisions = Map.copyOf(revisions);
    }

    /** Makes boards known that never ran; they are not ready. */
    void enter(Collection<String> boards) {
        boards.forEach(board -> jdbc.update(
                "INSERT INTO query.board (name, position, revision) VALUES (?, 0, '') ON CONFLICT DO NOTHING", board));
    }

    /** Makes a board known as what it is today, and filled up to a position. */
    void ready(String board, long position) {
        jdbc.update(
                "UPDATE query.board SET position = ?, revision = ? WHERE name = ?",
                position,
                revisions.get(board),
                board);
    }

    /** The position of every board, {@link #NOT_READY} included; what is in force in the caller's transaction. */
    Map<String, Long> all() {
        return read("");
    }

    /** The positions of all boards that nobody else holds, which nobody changes until the caller's transaction ends. */
    Map<String, Long> lockFree() {
        return read(" ORDER BY name FOR UPDATE SKIP LOCKED");
    }

    /** The board's position, which nobody changes until the caller's transaction ends; empty where it is not ready. */
    OptionalLong lock(String board) {
        return one(" WHERE name = '" + board + "' FOR UPDATE");
    }

    /** The same, but empty as well where somebody else holds it. */
    OptionalLong lockIfFree(String board) {
        return one(" WHERE name = '" + board + "' FOR UPDATE SKIP LOCKED");
    }

    private OptionalLong one(String rest) {
        return read(rest).values().stream()
                .mapToLong(Long::longValue)
                .filter(position -> position != NOT_READY)
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
        jdbc.query("SELECT name, position, revision FROM query.board" + rest, row -> {
            boolean ready = row.getString(3).equals(revisions.get(row.getString(1)));
            positions.put(row.getString(1), ready ? row.getLong(2) : NOT_READY);
        });
        return positions;
    }
}
