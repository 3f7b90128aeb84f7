package org.sevenfold.command.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs there are, and who works on which. A worker takes a job for a while and takes it on with all that it stores;
 * if it dies, its time runs out and another takes the job over. Times are the database's, which all instances share.
 */
@Component
final class ImportJobs {

    /** How long a worker has a job without being heard of. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration OPEN_AT_MOST = Duration.ofDays(1);
    private static final Duration ROWS_KEPT = Duration.ofDays(30);
    private static final int SLICE = 1000;

    private static final String JOB = """
        SELECT *, coalesce(leased_until > now(), false) AND state = 'open' AS under_way FROM log.import_job
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportJobs(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** Keeps a file as a new job, whole or not at all, and gives its id. */
    UUID keep(String command, SentFile file, Caller sender, boolean dryRun) {
        UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                INSERT INTO log.import_job
                    (job_id, command_name, actor, roles, dry_run, format, separator, columns, rows)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            id,
                            command,
                            sender.personId().toString(),
                            sender.roles().stream().map(Role::text).collect(Collectors.joining(",")),
                            dryRun,
                            file.format().text(),
                            file.separator(),
                            RowJson.write(file.columns()),
                            file.rows().size())
                    .update();
            for (int from = 0; from < file.rows().size(); from += SLICE) {
                keep(id, file.rows().subList(from, Math.min(file.rows().size(), from + SLICE)));
            }
        });
        return id;
    }

    private void keep(UUID job, List<SentFile.Row> rows) {
        jdbc.sql("""
            INSERT INTO erasable.import_row (job_id, row, key, sent, body)
            SELECT ?, r.row, r.key, r.sent, r.body
            FROM unnest(?::integer[], ?::text[], ?::text[], ?::text[]) AS r (row, key, sent, body)
            """)
                .params(
                        job,
                        rows.stream().map(SentFile.Row::row).toArray(Integer[]::new),
                        texts(rows, SentFile.Row::key),
                        texts(rows, SentFile.Row::sent),
                        texts(rows, SentFile.Row::body))
                .update();
    }

    Optional<ImportJob> find(UUID id, UUID sender) {
        return jdbc.sql(JOB + "WHERE job_id = ? AND actor = ?")
                .params(id, sender.toString())
                .query((row, n) -> job(row))
                .optional();
    }

    /** The sender's jobs, the newest first, from before a certain one on. */
    List<ImportJob> of(UUID sender, @Nullable UUID before, int limit) {
        return jdbc.sql(JOB + "WHERE actor = ? AND job_id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')"
                        + " ORDER BY job_id DESC LIMIT ?")
                .params(Arrays.asList(sender.toString(), before, limit))
                .query((row, n) -> job(row))
                .list();
    }

    int openOf(UUID sender) {
        return jdbc.sql("SELECT count(*) FROM log.import_job WHERE actor = ? AND state = 'open'")
                .param(sender.toString())
                .query(Integer.class)
                .single();
    }

    /** Takes the oldest job that nobody works on; empty where there is none. */
    Optional<ImportJob> take(UUID worker) {
        return jdbc.sql("""
            UPDATE log.import_job SET leased_by = ?, leased_until = now() + make_interval(secs => ?)
            WHERE job_id = (SELECT job_id FROM log.import_job
                            WHERE state = 'open' AND coalesce(leased_until < now(), true)
                                  AND received_at > now() - make_interval(secs => ?)
                            ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *, true AS under_way
            """)
                .params(worker, LEASE.toSeconds(), OPEN_AT_MOST.toSeconds())
                .query((row, n) -> job(row))
                .optional();
    }

    /** Ends a job of which every row has its result; does nothing where somebody else has it by now. */
    void finish(UUID job, UUID worker) {
        jdbc.sql("""
            UPDATE log.import_job SET state = 'done', finished_at = now(), leased_by = NULL, leased_until = NULL
            WHERE job_id = ? AND leased_by = ? AND state = 'open'
            """).params(job, worker).update();
    }

    /** Gives a job back for the next one to go on with it. */
    void release(UUID job, UUID worker) {
        jdbc.sql("UPDATE log.import_job SET leased_by = NULL, leased_until = NULL WHERE job_id = ? AND leased_by = ?")
                .params(job, worker)
                .update();
    }

    /** Ends jobs that nobody finished in time, whose senders' roles may have gone since, and erases old rows. */
    void tidy() {
        jdbc.sql("""
            UPDATE log.import_job SET state = 'expired', finished_at = now()
            WHERE state = 'open' AND received_at < now() - make_interval(secs => ?)
            """).param(OPEN_AT_MOST.toSeconds()).update();
        jdbc.sql("""
            WITH old AS (
                UPDATE log.import_job SET erased_at = now()
                WHERE erased_at IS NULL AND received_at < now() - make_interval(secs => ?) RETURNING job_id
            )
            DELETE FROM erasable.import_row WHERE job_id IN (SELECT job_id FROM old)
            """).param(ROWS_KEPT.toSeconds()).update();
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("job_id", UUID.class),
                row.getString("command_name"),
                new Caller(UUID.fromString(row.getString("actor")), roles(row.getString("roles"))),
                row.getBoolean("dry_run"),
                SentFile.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getString("separator"),
                RowJson.cells(row.getString("columns")),
                ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("under_way"),
                new ImportJob.Counts(
                        row.getInt("rows"),
                        row.getInt("accepted"),
                        row.getInt("already_in"),
                        row.getInt("refused"),
                        row.getInt("would_accept")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                instant(row, "erased_at"));
    }

    private static List<Role> roles(String text) {
        return Arrays.stream(text.split(",", -1))
                .flatMap(name -> Role.named(name).stream())
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
