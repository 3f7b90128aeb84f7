package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every attempt that was made: the accepted ones, from which an answer can be given again, and the refused ones. */
final class CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);

    private static final String COMMAND =
            "SELECT c.request_hash, c.stream_id, c.version, c.position, c.events FROM log.command_log c ";
    private static final String ANSWERED =
            COMMAND + "JOIN log.idempotency i USING (command_id) WHERE i.actor = ? AND i.key = ?";
    private static final String EVENTS = """
        SELECT e.event_id, e.name, e.stream_id, e.position, e.recorded_at, l.leaf_index, l.hash
        FROM log.domain_event e JOIN log.tlog_leaf l ON l.leaf_index = e.position - 1
        WHERE e.position > ? AND e.position <= ? ORDER BY e.position
        """;

    private final DataSource dataSource;

    CommandLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The answer under this key; empty where the key is new. */
    Optional<StoredAnswer> answered(String actor, String key) {
        return Read.all(dataSource, ANSWERED, CommandLog::row, actor, key).stream()
                .findFirst()
                .map(row ->
                        row.answer(Read.all(dataSource, EVENTS, CommandLog::event, row.last - row.events, row.last)));
    }

    static Optional<StoredAnswer> answered(Connection connection, CommandEnvelope envelope) throws SQLException {
        String key = envelope.idempotencyKey();
        return key == null ? Optional.empty() : one(connection, ANSWERED, envelope.actor(), key);
    }

    /** What was stored for this command; empty where nothing was. */
    static Optional<Accepted> accepted(Connection connection, UUID commandId) throws SQLException {
        return one(connection, COMMAND + "WHERE c.outcome = 'accepted' AND c.command_id = ?", commandId)
                .map(StoredAnswer::accepted);
    }

    private static Optional<StoredAnswer> one(Connection connection, String sql, Object... parameters)
            throws SQLException {
        for (Row row : Read.all(connection, sql, CommandLog::row, parameters)) {
            return Optional.of(
                    row.answer(Read.all(connection, EVENTS, CommandLog::event, row.last - row.events, row.last)));
        }
        return Optional.empty();
    }

    private record Row(String requestHash, String streamId, long version, long last, int events) {

        StoredAnswer answer(List<Event> stored) {
            return new StoredAnswer(
                    requestHash,
                    new Accepted(
                            streamId,
                            version,
                            stored.stream().map(Event::stored).toList(),
                            last,
                            stored.isEmpty() ? null : stored.getFirst().recordedAt));
        }
    }

    private record Event(Accepted.Stored stored, Instant recordedAt) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("request_hash"),
                row.getString("stream_id"),
                row.getLong("version"),
                row.getLong("position"),
                row.getInt("events"));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                new Accepted.Stored(
                        row.getString("event_id"),
                        row.getString("name"),
                        row.getString("stream_id"),
                        row.getLong("position"),
                        row.getLong("leaf_index"),
                        HexFormat.of().formatHex(row.getBytes("hash"))),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** Keeps a refusal; where that fails the caller still gets the refusal, and the log says that it was not kept. */
    void refused(CommandEnvelope envelope, Refusal.Details why) {
        String sql = """
            INSERT INTO log.command_log
                (command_id, command_name, received_at, actor, roles, channel, correlation_id, idempotency_key,
                 request_hash, outcome, refusal, pointers, events)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'refused', ?, ?, 0)
            """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            List<@Nullable Object> values = new ArrayList<>();
            values.add(envelope.commandId());
            values.add(envelope.commandName());
            values.add(OffsetDateTime.ofInstant(envelope.receivedAt(), ZoneOffset.UTC));
            values.add(envelope.actor());
            values.add(envelope.roleText());
            values.add(envelope.channel());
            values.add(envelope.correlationId());
            values.add(envelope.idempotencyKey());
            values.add(envelope.requestHash());
            values.add(why.code().text());
            values.add(String.join(
                    " ", why.violations().stream().map(Violation::pointer).toList()));
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.error("a refusal of {} could not be kept ({})", envelope.commandName(), e.getSQLState());
        }
    }
}
