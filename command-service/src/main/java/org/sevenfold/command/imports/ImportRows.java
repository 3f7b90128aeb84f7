package org.sevenfold.command.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of jobs and what became of them, and what the log knows of a row's key. */
@Component
final class ImportRows {

    private static final String PROPOSED =
            EventCatalogue.of(ChangeProposed.class).name();

    private final JdbcClient jdbc;

    ImportRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A row that has no result yet. */
    record Waiting(int row, String key, String sent, String body) {}

    /**
     * A row that is in the log.
     *
     * @param job the job that brought it in
     * @param proposal whether it waits, or waited, for somebody's decision
     */
    record InLog(String key, String job, String streamId, long position, boolean proposal) {}

    /** The next rows without a result behind a certain row, in the file's order. */
    List<Waiting> waiting(UUID job, int after, int limit) {
        return jdbc.sql("""
            SELECT row, key, sent, body FROM erasable.import_row
            WHERE job_id = ? AND row > ? AND outcome IS NULL ORDER BY row LIMIT ?
            """)
                .params(job, after, limit)
                .query((row, n) -> new Waiting(
                        row.getInt("row"), row.getString("key"), row.getString("sent"), row.getString("body")))
                .list();
    }

    /** Which of these keys of a sender are in the log, each with where. */
    Map<String, InLog> inLog(UUID sender, List<String> keys) {
        return jdbc
                .sql("""
                    SELECT i.key, c.correlation_id, c.stream_id, c.position,
                           EXISTS (SELECT 1 FROM log.domain_event e
                                   WHERE e.position = c.position AND e.stream_id = c.stream_id AND e.name = ?) AS proposal
                    FROM log.idempotency i JOIN log.command_log c USING (command_id)
                    WHERE i.actor = ? AND i.key = ANY (?::text[])
                    """)
                .params(PROPOSED, sender.toString(), keys.toArray(String[]::new))
                .query((row, n) -> new InLog(
                        row.getString("key"),
                        row.getString("correlation_id"),
                        row.getString("stream_id"),
                        row.getLong("position"),
                        row.getBoolean("proposal")))
                .list()
                .stream()
                .collect(Collectors.toMap(InLog::key, Function.identity()));
    }

    /**
     * Stores results, counts them, and takes the job on; of a row that was not refused, what was sent is dropped. False,
     * and nothing stored, where the worker does not have the job any more.
     */
    boolean store(UUID job, UUID worker, List<RowResult> results) {
        int stored = jdbc.sql("""
            WITH mine AS MATERIALIZED (
                SELECT job_id FROM log.import_job WHERE job_id = ? AND leased_by = ? AND state = 'open' FOR UPDATE
            ), told AS (
                UPDATE erasable.import_row r
                SET outcome = t.outcome, stream_id = t.stream_id, position = t.position, refusal = t.refusal,
                    sent = t.sent, body = NULL
                FROM mine, unnest(?::integer[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                     AS t (row, outcome, stream_id, position, refusal, sent)
                WHERE r.job_id = mine.job_id AND r.row = t.row AND r.outcome IS NULL
                RETURNING r.outcome
            )
            UPDATE log.import_job j
            SET accepted = accepted + (SELECT count(*) FROM told WHERE outcome = 'accepted'),
                proposed = proposed + (SELECT count(*) FROM told WHERE outcome = 'proposed'),
                already_in = already_in + (SELECT count(*) FROM told WHERE outcome = 'already-in'),
                refused = refused + (SELECT count(*) FROM told WHERE outcome = 'refused'),
                would_accept = would_accept + (SELECT count(*) FROM told WHERE outcome = 'would-be-accepted'),
                would_propose = would_propose + (SELECT count(*) FROM told WHERE outcome = 'would-be-proposed'),
                leased_until = now() + make_interval(secs => ?)
            FROM mine WHERE j.job_id = mine.job_id
            """)
                .params(
                        job,
                        worker,
                        results.stream().map(RowResult::row).toArray(Integer[]::new),
                        ImportJobs.texts(results, result -> result.outcome().text()),
                        ImportJobs.texts(results, RowResult::streamId),
                        results.stream().map(RowResult::position).toArray(Long[]::new),
                        ImportJobs.texts(
                                results, result -> result.refused() == null ? null : RowJson.write(result.refused())),
                        ImportJobs.texts(results, RowResult::sent),
                        ImportJobs.LEASE.toSeconds())
                .update();
        return stored == 1;
    }

    /** Results behind a certain row, in the file's order; of one outcome, or of all where it is null. */
    List<RowResult> results(UUID job, RowResult.@Nullable Outcome outcome, int after, int limit) {
        String which = outcome == null ? "outcome IS NOT NULL" : "outcome = '" + outcome.text() + "'";
        return jdbc.sql("SELECT row, outcome, stream_id, position, refusal, sent FROM erasable.import_row"
                        + " WHERE job_id = ? AND row > ? AND " + which + " ORDER BY row LIMIT ?")
                .params(job, after, limit)
                .query((row, n) -> result(row))
                .list();
    }

    private static RowResult result(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        return new RowResult(
                row.getInt("row"),
                RowResult.Outcome.named(row.getString("outcome")),
                row.getString("stream_id"),
                row.getObject("position", Long.class),
                refusal == null ? null : RowJson.read(refusal, RowResult.Refused.class),
                row.getString("sent"));
    }
}
