package org.sevenfold.query.board;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A board with its live table, as it is fed with events. */
record Fed<R extends Record>(Board<?, R> board, Columns<R> columns, BoardTable<R> table) {

    static <R extends Record> Fed<R> of(Board<?, R> board, JdbcTemplate jdbc) {
        Columns<R> columns = Columns.of(board);
        return new Fed<>(board, columns, new BoardTable<>(jdbc, columns, board.name()));
    }

    String name() {
        return board.name();
    }

    /** A fold that goes on from what the table holds. */
    Fold<R> fold() {
        return new Fold<>(board, columns, table::timeline);
    }

    void write(Fold<R> fold) {
        List<Held<R>> ended = fold.takeEnded();
        table.write(ended, fold.standing());
    }
}
