package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sevenfold.platform.log.LogEngine;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;

/**
 * Writers of two instances race, pause inside their transactions, roll back, and read clocks that jump; a reader follows
 * the log meanwhile. With the head guarded it misses nothing. The last test takes the guard away, and it does.
 */
@Timeout(120)
class JournalRaceIT {

    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private static final long SEED = 20_261_123L;
    private static final int WRITERS = 8;
    private static final int WRITES_EACH = 60;
    private static final int KILLED_WRITES_EACH = 25;
    private static final int STREAMS = 5;

    @Test
    void racing_writers_leave_no_gap_and_a_reader_misses_nothing() throws Exception {
        FreshDatabase database = LogForTests.migrated(PostgresForTests.freshDatabase());
        try (HikariDataSource pool = pool(database.command())) {
            LogSignal signal = LogForTests.signal(database);
            signal.start();
            List<Journal> instances =
                    List.of(new Journal(pool, jumpingClock(1), signal), new Journal(pool, jumpingClock(2), signal));
            var follower = new Follower(pool, signal);
            var following = CompletableFuture.runAsync(follower, THREADS);
            List<Integer> stored = race(instances, pool);
            int all = stored.stream().mapToInt(Integer::intValue).sum();
            follower.until(all);
            following.get(30, TimeUnit.SECONDS);
            signal.stop();

            assertThat(all).as("events stored, seed %d", SEED).isGreaterThan(WRITERS * WRITES_EACH / 2);
            assertThat(follower.seen)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, all).boxed().toList());
            assertThat(WholeLog.requireWhole(pool)).hasSize(all);
        }
    }

    @Test
    void every_answered_write_is_there_once_when_backends_are_killed() throws Exception {
        FreshDatabase database = LogForTests.migrated(PostgresForTests.freshDatabase());
        try (HikariDataSource pool = pool(database.command())) {
            LogSignal signal = LogForTests.signal(database);
            List<Journal> instances =
                    List.of(new Journal(pool, jumpingClock(3), signal), new Journal(pool, jumpingClock(4), signal));
            var killing = new AtomicBoolean(true);
            var random = new SplittableRandom(SEED);
            var killer = CompletableFuture.runAsync(
                    () -> {
                        while (killing.get()) {
                            LogForTests.asSuperuser(
                                    database,
                                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
                                            + " current_database() AND usename = 'sevenfold_command'");
                            pause(random.nextInt(50, 400));
                        }
                    },
                    THREADS);
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer ->
                            CompletableFuture.supplyAsync(() -> answered(instances.get(writer % 2), writer), THREADS))
                    .toList();
            List<String> answered = writers.stream()
                    .flatMap(writer -> writer.join().stream())
                    .sorted()
                    .toList();
            killing.set(false);
            killer.join();

            assertThat(answered).as("seed %d", SEED).hasSize(WRITERS * KILLED_WRITES_EACH);
            assertThat(WholeLog.requireWhole(pool).stream()
                            .map(event -> event.id().toString())
                            .sorted())
                    .containsExactlyElementsOf(answered);
        }
    }

    /** Stores with a key each, and again with the same one while the answer is that nobody knows. */
    private static List<String> answered(Journal journal, int writer) {
        var answered = new ArrayList<String>();
        for (int i = 0; i < KILLED_WRITES_EACH; i++) {
            String stream = "writer-" + writer + "-" + i;
            while (answered.size() == i) {
                try {
                    Outcome outcome =
                            journal.store(Writes.to(stream, 0).underKey(stream).write());
                    answered.add(
                            switch (outcome) {
                                case Outcome.Done done ->
                                    done.accepted().events().getFirst().eventId();
                                case Outcome.AnsweredBefore before ->
                                    before.answer()
                                            .accepted()
                                            .events()
                                            .getFirst()
                                            .eventId();
                                case Outcome.Moved moved -> throw new IllegalStateException("nobody else writes here");
                            });
                } catch (Refusal unknown) {
                    assertThat(unknown.code()).isEqualTo(Code.UNAVAILABLE);
                }
            }
        }
        return answered;
    }

    @Test
    void without_the_guard_the_same_reader_misses_events() throws Exception {
        FreshDatabase database = LogForTests.migrated(PostgresForTests.freshDatabase());
        LogForTests.asSuperuser(
                database, "CREATE SEQUENCE log.unguarded; GRANT USAGE ON log.unguarded TO sevenfold_command");
        try (HikariDataSource pool = pool(database.command())) {
            LogSignal signal = LogForTests.signal(database);
            signal.start();
            var follower = new Follower(pool, signal);
            var following = CompletableFuture.runAsync(follower, THREADS);
            int each = 15;
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> {
                                var random = new SplittableRandom(SEED + writer);
                                for (int i = 0; i < each; i++) {
                                    appendUnguarded(pool, random.nextInt(20));
                                    signal.appended();
                                }
                            },
                            THREADS))
                    .toList();
            writers.forEach(CompletableFuture::join);
            Thread.sleep(1500);
            follower.stop();
            following.get(30, TimeUnit.SECONDS);
            signal.stop();
            assertThat(follower.seen).hasSizeLessThan(WRITERS * each);
        }
    }

    @Test
    void the_last_of_something_is_given_once() throws Exception {
        FreshDatabase database = LogForTests.migrated(PostgresForTests.freshDatabase());
        try (HikariDataSource pool = pool(database.command())) {
            LogSignal signal = LogForTests.signal(database);
            List<Journal> instances =
                    List.of(new Journal(pool, Clock.systemUTC(), signal), new Journal(pool, Clock.systemUTC(), signal));
            for (int round = 0; round < 50; round++) {
                var key = new LookupKey("free", "round-" + round);
                var race = IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> instances
                                        .get(i % 2)
                                        .store(Writes.toNewStream()
                                                .changing(key, 0, "1")
                                                .write()),
                                THREADS))
                        .toList();
                long winners = race.stream()
                        .map(CompletableFuture::join)
                        .filter(Outcome.Done.class::isInstance)
                        .count();
                assertThat(winners).as("round %d", round).isEqualTo(1);
            }
        }
    }

    private static List<Integer> race(List<Journal> instances, DataSource pool) {
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.supplyAsync(
                        () -> write(
                                instances.get(writer % instances.size()), pool, new SplittableRandom(SEED + writer)),
                        THREADS))
                .toList();
        return writers.stream().map(CompletableFuture::join).toList();
    }

    private static int write(Journal journal, DataSource pool, SplittableRandom random) {
        int stored = 0;
        for (int i = 0; i < WRITES_EACH; i++) {
            String stream = "stream-" + random.nextInt(STREAMS);
            Write.Beside[] beside = beside(random);
            try {
                Outcome outcome = journal.store(
                        Writes.to(stream, version(pool, stream)).beside(beside).write());
                if (outcome instanceof Outcome.Done done) {
                    stored += done.accepted().events().size();
                } else {
                    i--;
                }
            } catch (Refusal rolledBack) {
                assertThat(rolledBack.code()).isEqualTo(Code.DUPLICATE);
            }
        }
        return stored;
    }

    private static Write.Beside[] beside(SplittableRandom random) {
        int what = random.nextInt(10);
        int pauseMillis = random.nextInt(15);
        Write.Beside stored = connection -> {
            if (what == 0) {
                throw Refusal.because(Code.DUPLICATE, "Rolled back.", "On purpose.");
            }
            pause(pauseMillis);
        };
        return what < 3 ? new Write.Beside[] {stored} : new Write.Beside[0];
    }

    private static long version(DataSource pool, String stream) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM log.domain_event WHERE stream_id = ?")) {
            connection.setAutoCommit(true);
            statement.setString(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a log without a guarded head does: a number first, some work, then the commit. */
    private static void appendUnguarded(DataSource pool, int pauseMillis) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Write write = Writes.toNewStream().write();
            try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO log.domain_event VALUES
                (nextval('log.unguarded'), ?, ?, 'TrainingRecord', 0, 'skills.training-completion-recorded', 1,
                 now(), ?, '{}')\
                """)) {
                statement.setObject(1, write.events().getFirst().id());
                statement.setString(2, write.streamId());
                statement.setBytes(3, write.events().getFirst().payload());
                statement.executeUpdate();
            }
            pause(pauseMillis);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static HikariDataSource pool(DataSource dataSource) {
        var config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(16);
        return new HikariDataSource(config);
    }

    private static Clock jumpingClock(int seed) {
        var random = new SplittableRandom(SEED + seed);
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public synchronized Instant instant() {
                return Instant.now().plusSeconds(random.nextInt(-7200, 90));
            }
        };
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Follows the log as a board does, through the event store's own stream. */
    private static final class Follower implements Runnable {

        final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        private final DataSource pool;
        private final LogSignal signal;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile int wanted = Integer.MAX_VALUE;

        Follower(DataSource pool, LogSignal signal) {
            this.pool = pool;
            this.signal = signal;
        }

        void until(int events) {
            wanted = events;
        }

        void stop() {
            stopped.set(true);
        }

        @Override
        public void run() {
            LogReader log = new LogReader(pool);
            var store = new LogEventStore(new LogEngine(log), log, signal);
            try (var stream = store.openStream(null)) {
                while (!stopped.get() && seen.size() < wanted) {
                    if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                        seen.add(stream.nextAvailable()
                                .trackingToken()
                                .position()
                                .orElseThrow());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
