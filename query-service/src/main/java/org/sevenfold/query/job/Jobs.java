package org.sevenfold.query.job;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs long work, at most one of a kind at a time whichever instance does it, and keeps how far it is in the database. A
 * job whose instance has gone is told as interrupted, and another one may begin.
 */
@Component
public final class Jobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE = new TypeReference<>() {};
    private static final Duration TOUCH = Duration.ofSeconds(20);
    private static final String GONE = "2 minutes";
    private static final long TELL_AGAIN_NANOS = Duration.ofMillis(300).toNanos();

    private final JdbcClient sql;
    private final NewIds ids;
    private final Map<UUID, Thread> ours = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("jobs-heart").factory());

    /** What is done; what it answers is kept as the job's result. */
    @FunctionalInterface
    public interface Work {
        Map<String, @Nullable Object> run(UUID id, Progress progress) throws Exception;
    }

    /** Told now and then how much is done, and of how much. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long of);
    }

    /**
     * A job as it stands.
     *
     * @param state {@code running}, {@code done}, {@code failed} or {@code interrupted}
     */
    public record Standing(
            UUID id,
            String occasion,
            String askedBy,
            String state,
            long done,
            long of,
            Instant startedAt,
            @Nullable Instant finishedAt,
            Map<String, @Nullable Object> result) {

        /** What people are told of it; how much is done, and of how much, under these names. */
        public Map<String, @Nullable Object> told(String doneName, String ofName) {
            var told = new LinkedHashMap<String, @Nullable Object>();
            told.put("id", id.toString());
            told.put("occasion", occasion);
            told.put("state", state);
            told.put(doneName, done);
            told.put(ofName, of);
            told.put("startedAt", startedAt.toString());
            told.put("finishedAt", finishedAt == null ? null : finishedAt.toString());
            told.putAll(result);
            return told;
        }
    }

    Jobs(JdbcClient sql, NewIds ids) {
        this.sql = sql;
        this.ids = ids;
        heart.scheduleWithFixedDelay(this::touch, TOUCH.toSeconds(), TOUCH.toSeconds(), TimeUnit.SECONDS);
    }

    /** Begins the work, unless work of this kind is being done, and answers which job does it. */
    public UUID start(String kind, String occasion, String askedBy, Work work) {
        sql.sql("UPDATE query.job SET state = 'interrupted', finished_at = now() WHERE kind = ? AND state = 'running'"
                        + " AND touched_at < now() - interval '" + GONE + "'")
                .param(kind)
                .update();
        UUID id = ids.next();
        int begun = sql.sql("INSERT INTO query.job (job_id, kind, occasion, asked_by) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (kind) WHERE state = 'running' DO NOTHING")
                .params(id, kind, occasion, askedBy)
                .update();
        if (begun == 0) {
            return running(kind).orElseGet(() -> start(kind, occasion, askedBy, work));
        }
        Thread thread = Thread.ofPlatform().daemon().name(kind + "-job").unstarted(() -> run(id, work));
        ours.put(id, thread);
        thread.start();
        return id;
    }

    /** Whether a job of this kind and occasion began within the last minutes. */
    public boolean recent(String kind, String occasion, Duration within) {
        return sql.sql("SELECT EXISTS (SELECT FROM query.job WHERE kind = ? AND occasion = ?"
                        + " AND started_at > now() - make_interval(secs => ?))")
                .params(kind, occasion, within.toSeconds())
                .query(Boolean.class)
                .single();
    }

    public Optional<Standing> find(String kind, UUID id) {
        return sql.sql("SELECT * FROM query.job WHERE kind = ? AND job_id = ?")
                .params(kind, id)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static Standing standing(java.sql.ResultSet row) throws java.sql.SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String result = row.getString("result");
        return new Standing(
                row.getObject("job_id", UUID.class),
                row.getString("occasion"),
                row.getString("asked_by"),
                row.getString("state"),
                row.getLong("done"),
                row.getLong("total"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                result == null ? Map.of() : JSON.readValue(result, TREE));
    }

    private Optional<UUID> running(String kind) {
        return sql.sql("SELECT job_id FROM query.job WHERE kind = ? AND state = 'running'")
                .param(kind)
                .query(UUID.class)
                .optional();
    }

    private void run(UUID id, Work work) {
        try {
            finish(id, "done", work.run(id, progress(id)));
        } catch (Exception e) {
            LOG.error("job {} failed", id, e);
            finish(id, "failed", Map.of("says", "It could not be done; the operator finds the reason in the log."));
        } finally {
            ours.remove(id);
        }
    }

    private Progress progress(UUID id) {
        long[] told = {System.nanoTime() - TELL_AGAIN_NANOS};
        return (done, of) -> {
            long now = System.nanoTime();
            if (now - told[0] >= TELL_AGAIN_NANOS) {
                told[0] = now;
                sql.sql("UPDATE query.job SET done = ?, total = ?, touched_at = now() WHERE job_id = ?")
                        .params(done, of, id)
                        .update();
            }
        };
    }

    private void finish(UUID id, String state, Map<String, @Nullable Object> result) {
        sql.sql("UPDATE query.job SET state = ?, result = ?::jsonb, finished_at = now(), touched_at = now(),"
                        + " done = total WHERE job_id = ? AND state = 'running'")
                .params(List.of(state, JSON.writeValueAsString(result), id))
                .update();
    }

    private void touch() {
        try {
            for (UUID id : ours.keySet()) {
                sql.sql("UPDATE query.job SET touched_at = now() WHERE job_id = ?")
                        .param(id)
                        .update();
            }
        } catch (RuntimeException e) {
            LOG.warn("jobs could not be kept alive", e);
        }
    }

    /** What this instance had begun is told as interrupted. */
    @Override
    public void destroy() {
        heart.shutdownNow();
        ours.forEach((id, thread) -> {
            thread.interrupt();
            finish(id, "interrupted", Map.of());
        });
    }
}
