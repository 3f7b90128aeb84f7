package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;
import tools.jackson.databind.JsonNode;

/** Workers that die at any point of their work, and what those who take it over make of it. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class ImportsKilledIT {

    private static final int ROWS = 400;
    private static final int KILLS = 10;
    private static final long SEED = 11L;

    /** The instance only takes files; the test does the work. */
    private static CommandServiceForTests service;

    private static Borough borough;

    @BeforeAll
    static void start() {
        var database = PostgresForTests.freshDatabase();
        int number;
        try (var working = new CommandServiceForTests(database)) {
            number = new Borough(working).with(40).number;
        }
        service = new CommandServiceForTests(database, Map.of("sevenfold.imports.at-once", 0));
        borough = new Borough(service, number);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private final ImportJobs jobs = service.context.getBean(ImportJobs.class);
    private final ImportRows rows = service.context.getBean(ImportRows.class);
    private final CommandDesk desk = service.context.getBean(CommandDesk.class);

    /** What a process does that is killed: nothing more, from one moment to the next. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A desk whose process is killed at a certain row, before the row is decided or after it is stored. */
    private ImportWork.Desk dyingAt(int row, boolean stored) {
        var taken = new AtomicInteger();
        return command -> {
            boolean now = taken.incrementAndGet() == row;
            if (now && !stored) {
                throw new Killed();
            }
            CommandDesk.Answer answer = desk.take(command);
            if (now) {
                throw new Killed();
            }
            return answer;
        };
    }

    @Test
    void killed_ten_times_nothing_is_lost_and_nothing_is_double() {
        String file = file(0);
        UUID id = sent(file);
        long before = completions();
        var random = new SplittableRandom(SEED);
        int killed = 0;
        while (killed < KILLS) {
            Held held = taken(id);
            try {
                held.work(dyingAt(random.nextInt(1, 60), random.nextBoolean()));
                assertThat(killed)
                        .as("the import was done before it was killed ten times")
                        .isEqualTo(KILLS);
            } catch (Killed e) {
                killed++;
                JsonNode left = told(id);
                assertThat(left.path("state").stringValue("")).isEqualTo("running");
                assertThat(completions() - before)
                        .isGreaterThanOrEqualTo(left.path("accepted").longValue());
            }
        }
        finish(id);
        JsonNode done = told(id);
        assertThat(done.path("accepted").intValue()).as(done.toString()).isEqualTo(ROWS);
        assertThat(completions() - before).isEqualTo(ROWS);
        assertThat(doubled()).isZero();

        UUID again = sent(file);
        finish(again);
        assertThat(told(again).path("alreadyIn").intValue()).isEqualTo(ROWS);
        assertThat(completions() - before).isEqualTo(ROWS);
    }

    @Test
    void one_that_was_only_thought_dead_goes_on_beside_its_successor_and_nothing_is_double() {
        UUID id = sent(file(100));
        long before = completions();
        Held first = taken(id);
        var slow = CompletableFuture.runAsync(() -> first.work(desk::take));
        taken(id).work(desk::take);
        slow.join();
        JsonNode done = told(id);
        assertThat(done.path("state").stringValue("")).isEqualTo("done");
        assertThat(done.path("accepted").intValue()).as(done.toString()).isEqualTo(ROWS);
        assertThat(completions() - before).isEqualTo(ROWS);
        assertThat(doubled()).isZero();
    }

    @Test
    void one_that_is_told_to_stop_gives_its_job_back() {
        UUID id = sent(file(200));
        Held held = taken(id);
        var looks = new AtomicInteger();
        new ImportWork(jobs, rows, desk::take, over -> looks.incrementAndGet() > 20).on(held.job, held.worker);
        JsonNode left = told(id);
        assertThat(left.path("state").stringValue("")).isEqualTo("waiting");
        assertThat(left.path("accepted").intValue()).isBetween(1, 30);
        finish(id);
        assertThat(told(id).path("accepted").intValue()).isEqualTo(ROWS);
    }

    @Test
    void what_passes_by_itself_is_waited_for_and_what_does_not_pass_is_said_of_its_row() {
        UUID id = sent(file(240));
        var paused = new ArrayList<Duration>();
        var taken = new AtomicInteger();
        ImportWork.Desk hindered = command -> {
            int now = taken.incrementAndGet();
            if (now <= 2) {
                throw Refusal.because(Code.UNAVAILABLE, "Nobody is there.", "It will pass.");
            }
            String body = new String(command.body(), StandardCharsets.UTF_8);
            if (body.contains("\"" + borough.person(7) + "\"")
                    && body.contains(borough.today.minusDays(242).toString())) {
                throw new IllegalStateException("a fault of ours");
            }
            return desk.take(command);
        };
        Held held = taken(id);
        new ImportWork(jobs, rows, hindered, over -> {
                    if (!over.isZero()) {
                        paused.add(over);
                    }
                    return false;
                })
                .on(held.job, held.worker);
        JsonNode done = told(id);
        assertThat(done.path("accepted").intValue()).isEqualTo(ROWS - 1);
        assertThat(done.path("refused").intValue()).isEqualTo(1);
        assertThat(paused).hasSize(2 + 6);
        assertThat(borough.refusedFile(done, borough.learning)).contains(",unavailable,This row could not be done");
    }

    @Test
    void who_waits_when_told_to_stop_leaves_the_row_to_its_successor() {
        UUID id = sent(file(260));
        Held held = taken(id);
        var away = Refusal.because(Code.UNAVAILABLE, "Nobody is there.", "It will pass.");
        var stopped = new AtomicBoolean();
        new ImportWork(
                        jobs,
                        rows,
                        command -> {
                            throw away;
                        },
                        over -> stopped.getAndSet(stopped.get() || !over.isZero()) || !over.isZero())
                .on(held.job, held.worker);
        JsonNode left = told(id);
        assertThat(left.path("state").stringValue("")).isEqualTo("waiting");
        assertThat(left.path("handled").intValue()).isZero();
        finish(id);
        assertThat(told(id).path("accepted").intValue()).isEqualTo(ROWS);
    }

    @Test
    void what_is_not_finished_within_a_day_is_given_up_and_rows_are_erased_after_thirty() {
        UUID id = sent(file(300));
        LogForTests.asSuperuser(
                service.database,
                "UPDATE log.import_job SET received_at = now() - interval '25 hours' WHERE job_id = '" + id + "'");
        assertThat(jobs.take(UUID.randomUUID())).isEmpty();
        jobs.tidy();
        assertThat(told(id).path("state").stringValue("")).isEqualTo("expired");
        assertThat(rows(id)).isEqualTo(ROWS);
        LogForTests.asSuperuser(
                service.database,
                "UPDATE log.import_job SET received_at = now() - interval '31 days' WHERE job_id = '" + id + "'");
        jobs.tidy();
        assertThat(rows(id)).isZero();
        assertThat(told(id).has("rowsErasedAt")).isTrue();
        Answer erased = service.get("/api/v1/imports/jobs/" + id + "/rows", borough.learning);
        assertThat(erased.status()).isEqualTo(404);
        assertThat(erased.json().path("title").stringValue("")).contains("erased");
    }

    /** Completions that no other file has. */
    private static String file(int daysAgo) {
        return "person,course,completedOn,passed\n"
                + Borough.rows(
                        ROWS,
                        n -> "%s,%s,%s,yes"
                                .formatted(
                                        borough.person(1 + n % 40),
                                        borough.course,
                                        borough.today.minusDays(daysAgo % 300 + (n - 1) / 40)));
    }

    private UUID sent(String file) {
        Answer answer = borough.sendCsv("record-training-completion", borough.learning, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("state").stringValue("")).isEqualTo("waiting");
        return UUID.fromString(answer.json().path("id").stringValue());
    }

    /** A job in the hands of a worker. */
    private final class Held {

        final UUID worker = UUID.randomUUID();
        final ImportJob job = jobs.take(worker).orElseThrow();

        void work(ImportWork.Desk with) {
            new ImportWork(jobs, rows, with, over -> false).on(job, worker);
        }
    }

    /** The job as the next worker takes it, once the time of the last one has run out. */
    private Held taken(UUID id) {
        LogForTests.asSuperuser(
                service.database, "UPDATE log.import_job SET leased_until = now() WHERE job_id = '" + id + "'");
        var held = new Held();
        assertThat(held.job.id()).isEqualTo(id);
        return held;
    }

    private void finish(UUID id) {
        taken(id).work(desk::take);
    }

    private JsonNode told(UUID id) {
        return service.get("/api/v1/imports/jobs/" + id, borough.learning).json();
    }

    private static long completions() {
        return number("SELECT count(*) FROM log.domain_event WHERE name = 'skills.training-completion-recorded'");
    }

    private static long rows(UUID id) {
        return number("SELECT count(*) FROM erasable.import_row WHERE job_id = '" + id + "'");
    }

    private static long doubled() {
        return number("SELECT count(*) FROM (SELECT 1 FROM log.domain_event WHERE"
                + " name = 'skills.training-completion-recorded' GROUP BY stream_id,"
                + " convert_from(payload, 'UTF8')::json ->> 'courseId',"
                + " convert_from(payload, 'UTF8')::json ->> 'effectiveOn' HAVING count(*) > 1) twice");
    }

    private static long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) {
        try (Connection connection = service.database.superuser().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
