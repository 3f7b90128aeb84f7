package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.LogReader;

/** What must hold of every log, whatever was done to whoever wrote it. */
final class WholeLog {

    private WholeLog() {}

    /** No gap, no step back in time, each stream counted through, a leaf for each event, and the root of those leaves. */
    static List<LogReader.Raw> requireWhole(DataSource pool) throws SQLException {
        List<LogReader.Raw> events = new LogReader(pool).after(0, Integer.MAX_VALUE);
        assertThat(events)
                .extracting(LogReader.Raw::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events).extracting(LogReader.Raw::recordedAt).isSorted();
        events.stream()
                .collect(Collectors.groupingBy(LogReader.Raw::streamId))
                .forEach((stream, of) -> assertThat(of)
                        .as(stream)
                        .extracting(LogReader.Raw::sequence)
                        .containsExactlyElementsOf(
                                LongStream.range(0, of.size()).boxed().toList()));
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            var leaves = new ArrayList<Hash>();
            List<String> eventIds =
                    Read.all(connection, "SELECT event_id, entry, hash FROM log.tlog_leaf ORDER BY leaf_index", row -> {
                        leaves.add(Hash.leaf(row.getBytes("entry")));
                        assertThat(row.getBytes("hash"))
                                .isEqualTo(leaves.getLast().bytes());
                        return row.getString("event_id");
                    });
            assertThat(eventIds)
                    .containsExactlyElementsOf(
                            events.stream().map(event -> event.id().toString()).toList());
            Head head = Head.read(connection, false);
            assertThat(head.frontier()).isEqualTo(Frontier.EMPTY.append(leaves).frontier());
        }
        return events;
    }

    static long count(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
