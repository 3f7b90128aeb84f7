package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
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
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.log.EventCodec;
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
            assertLogIsWhole(pool, all);
        }
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
                                        .store(write(
                                                UUID.randomUUID().toString(),
                                                0,
                                                Map.of(key, 0L),
                                                Map.of(key, "1"),
                                                List.of())),
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
            List<Write.Beside> beside = beside(random);
            try {
                Outcome outcome = journal.store(write(stream, version(pool, stream), Map.of(), Map.of(), beside));
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

    private static List<Write.Beside> beside(SplittableRandom random) {
        int what = random.nextInt(10);
        if (what == 0) {
            return List.of(connection -> {
                throw Refusal.because(Code.DUPLICATE, "Rolled back.", "On purpose.");
            });
        }
        int pauseMillis = random.nextInt(15);
        return what < 3 ? List.of(connection -> pause(pauseMillis)) : List.of();
    }

    private static Write write(
            String stream,
            long version,
            Map<LookupKey, Long> read,
            Map<LookupKey, String> lookups,
            List<Write.Beside> beside) {
        var event = new TrainingCompletionRecorded(
                new PersonId(UUID.randomUUID()), new CourseId(UUID.randomUUID()), LocalDate.EPOCH, true, null);
        var stored = new NewEvent(
                UuidCreator.getTimeOrderedEpoch(),
                stream,
                "TrainingRecord",
                version,
                "skills.training-completion-recorded",
                1,
                EventCodec.encode(event));
        var envelope = new CommandEnvelope(
                UuidCreator.getTimeOrderedEpoch(),
                "test",
                "somebody",
                List.of(Role.OPERATOR),
                "system",
                Instant.now(),
                "",
                null,
                null,
                CommandEnvelope.Purpose.STORE,
                null,
                null,
                "test");
        return new Write(envelope, stream, List.of(stored), Map.of(stream, version), read, lookups, beside);
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
            Write write = write(UUID.randomUUID().toString(), 0, Map.of(), Map.of(), List.of());
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

    private static void assertLogIsWhole(DataSource pool, int all) throws SQLException {
        List<LogReader.Raw> events = new LogReader(pool).after(0, all + 1);
        assertThat(events)
                .extracting(LogReader.Raw::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(events).extracting(LogReader.Raw::recordedAt).isSorted();
        for (int stream = 0; stream < STREAMS; stream++) {
            String id = "stream-" + stream;
            List<Long> sequences = events.stream()
                    .filter(event -> event.streamId().equals(id))
                    .map(LogReader.Raw::sequence)
                    .toList();
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.range(0, sequences.size()).boxed().toList());
        }
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            Head head = Head.read(connection, false);
            assertThat(head.frontier().root())
                    .isEqualTo(
                            Frontier.EMPTY.append(leaves(connection)).frontier().root());
        }
    }

    private static List<Hash> leaves(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT entry FROM log.tlog_leaf ORDER BY leaf_index")) {
            var leaves = new ArrayList<Hash>();
            while (row.next()) {
                leaves.add(Hash.leaf(row.getBytes(1)));
            }
            return leaves;
        }
    }

    private static HikariDataSource pool(DataSource dataSource) {
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
