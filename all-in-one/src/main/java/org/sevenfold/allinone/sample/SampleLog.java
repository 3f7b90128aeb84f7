package org.sevenfold.allinone.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/** What the log holds of the sample. Every line is stored with its number as key, so the log itself says how far it is. */
final class SampleLog {

    static final String CHANNEL = "sample";
    private static final String KEY = "sample-";
    private static final String CORRELATION = "sample-";
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_SCHEMA = "3F000";

    private final DataSource dataSource;

    SampleLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * How far the sample is loaded.
     *
     * @param lastLine the last line that is stored; 0 where none is
     * @param start the programme's start that the stored lines were counted from; empty where none is
     * @param others whether the log holds events that are not of the sample
     */
    record Held(int lastLine, Optional<LocalDate> start, boolean others) {

        static final Held NOTHING = new Held(0, Optional.empty(), false);
    }

    static String key(int line) {
        return KEY + line;
    }

    static String correlation(LocalDate start) {
        return CORRELATION + start;
    }

    /** What is held; nothing where the log has no tables yet. */
    Held read() {
        String sql = """
            SELECT coalesce(max(substr(idempotency_key, %d)::int), 0), min(correlation_id), coalesce(sum(events), 0)
                   < (SELECT size FROM log.tlog_head)
            FROM log.command_log WHERE channel = '%s' AND outcome = 'accepted'
            """.formatted(KEY.length() + 1, CHANNEL);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Optional<LocalDate> start = Optional.ofNullable(row.getString(2))
                    .map(correlation -> LocalDate.parse(correlation.substring(CORRELATION.length())));
            return new Held(row.getInt(1), start, row.getBoolean(3));
        } catch (SQLException failure) {
            if (NO_SUCH_TABLE.equals(failure.getSQLState()) || NO_SUCH_SCHEMA.equals(failure.getSQLState())) {
                return Held.NOTHING;
            }
            throw new IllegalStateException("how far the sample is loaded could not be read", failure);
        }
    }

    /** The id of the event that a stored line left; throws where the line is not stored. */
    String eventOf(int line) {
        String sql = """
            SELECT e.event_id FROM log.command_log c JOIN log.domain_event e ON e.position = c.position
            WHERE c.channel = ? AND c.outcome = 'accepted' AND c.idempotency_key = ? AND c.events = 1
            """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, CHANNEL);
            statement.setString(2, key(line));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("line " + line + " of the sample left no event");
                }
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the event of line " + line + " could not be read", failure);
        }
    }
}
