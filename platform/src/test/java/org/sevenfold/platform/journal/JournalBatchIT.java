package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;

/** What becomes of writes that share a transaction: what would become of them one after the other. */
@Timeout(120)
class JournalBatchIT {

    private static final FreshDatabase DATABASE = LogForTests.migrated(PostgresForTests.freshDatabase());
    private static final HikariDataSource CONNECTIONS = JournalRaceIT.pool(DATABASE.command());

    private final CutDataSource pool = new CutDataSource(CONNECTIONS);
    private final Appender appender = new Appender(pool, Clock.systemUTC());
    private final BatchedWrites batched =
            new BatchedWrites(DATABASE, new Journal(pool, Clock.systemUTC(), LogForTests.signal(DATABASE)));
    // Tests share a log, so each has its own streams, keys and posts.
    private final String mine = UUID.randomUUID().toString();
    private final LookupKey post = new LookupKey("posts", mine);
    private final long before = size(pool);

    @AfterEach
    void the_log_is_whole() throws SQLException {
        WholeLog.requireWhole(pool);
    }

    @AfterAll
    static void close() {
        CONNECTIONS.close();
    }

    @Test
    void they_share_a_time_and_follow_each_other() throws SQLException {
        List<Outcome> outcomes = store(
                mine("a", 0).events(2).waiting(),
                mine("b", 0).events(0).underKey(mine).waiting(),
                mine("c", 0).events(3).waiting());

        assertThat(outcomes)
                .extracting(outcome -> accepted(outcome).position() - before)
                .containsExactly(2L, 2L, 5L);
        assertThat(accepted(outcomes.get(0)).recordedAt())
                .isEqualTo(accepted(outcomes.get(2)).recordedAt());
        assertThat(accepted(outcomes.get(1)).recordedAt()).isNull();
        assertThat(accepted(outcomes.get(2)).events())
                .extracting(event -> event.leafIndex() - before)
                .containsExactly(2L, 3L, 4L);
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void a_stale_one_fails_by_itself() throws SQLException {
        store(mine("a", 0).waiting());

        List<Outcome> outcomes = store(
                mine("b", 0).waiting(),
                mine("a", 0).waiting(),
                mine("c", 0).reading(post, 9).waiting(),
                mine("a", 1).waiting());

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Moved.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Moved.class);
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void of_two_to_one_stream_the_first_is_stored_and_the_second_decides_again() throws SQLException {
        List<Outcome> outcomes = store(mine("a", 0).waiting(), mine("a", 0).waiting());

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Moved.class);
    }

    @Test
    void two_that_change_one_value_cannot_both_be_right() throws SQLException {
        List<Outcome> outcomes = store(
                mine("a", 0).changing(post, 0, "1").waiting(),
                mine("b", 0).changing(post, 0, "2").waiting(),
                mine("c", 0).reading(post, 0).waiting());

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Moved.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Moved.class);
        assertThat(count("log.lookup WHERE value = '1' AND version = %d AND key = ", before + 1))
                .isEqualTo(1);
    }

    @Test
    void each_value_has_the_position_of_its_own_write() throws SQLException {
        store(
                mine("a", 0).events(2).waiting(),
                mine("b", 0).events(2).changing(post, 0, "1").waiting(),
                mine("c", 0).waiting());

        assertThat(count("log.lookup WHERE version = %d AND key = ", before + 4))
                .isEqualTo(1);
    }

    @Test
    void one_key_is_done_once_and_answered_alike() throws SQLException {
        Waiting first = mine("a", 0).underKey(mine).waiting();
        List<Outcome> together = store(first, mine("b", 0).underKey(mine).waiting());
        List<Outcome> later =
                store(mine("c", 0).waiting(), mine("d", 0).underKey(mine).waiting());

        var answer = new Outcome.AnsweredBefore(new StoredAnswer("hash", accepted(first.outcome())));
        assertThat(together.get(1)).isEqualTo(answer);
        assertThat(later.get(1)).isEqualTo(answer);
        assertThat(later.get(0)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void those_who_wait_at_the_same_moment_share_one_transaction() throws Exception {
        var writes = new LinkedHashMap<String, Write>();
        for (int i = 0; i < 20; i++) {
            writes.put(mine + i, mine(Integer.toString(i), 0).write());
        }

        batched.together(writes, () -> {});

        assertThat(transactions()).as("the first, and all others").isEqualTo(2);
        assertThat(new LogReader(pool).after(before + 1, 100))
                .as("first come, first served")
                .extracting(LogReader.Raw::streamId)
                .containsExactlyElementsOf(writes.keySet());
    }

    @Test
    void one_that_cannot_be_taken_fails_alone() throws Exception {
        Map<String, Object> became = batched.together(
                Map.of(
                        "good", mine("a", 0).write(),
                        "bad", mine("b", 0).correlatedBy("\0").write(),
                        "half a character", Writes.to("\ud800", 0).write(),
                        "fine", mine("c", 0).changing(post, 0, "1").write()),
                () -> {});

        assertThat(became.get("good")).isInstanceOf(Outcome.Done.class);
        assertThat(became.get("fine")).isInstanceOf(Outcome.Done.class);
        assertThat(became.get("bad"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.VALIDATION));
        assertThat(became.get("half a character")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_stored_beside_goes_with_its_own_events_only() throws SQLException {
        var refused = Refusal.because(Code.DUPLICATE, "Registered already.", "On purpose.");
        Waiting stored = mine("a", 0).beside(person(mine)).waiting();
        Waiting undone = mine("b", 0)
                .beside(person(mine + "-undone"), connection -> {
                    throw refused;
                })
                .waiting();
        Waiting plain = mine("c", 0).waiting();

        appender.store(List.of(stored, undone, plain), false);

        assertThat(stored.outcome()).isInstanceOf(Outcome.Done.class);
        assertThat(plain.outcome()).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(undone::outcome).isSameAs(refused);
        assertThat(count("erasable.person WHERE name = ")).isEqualTo(1);
        assertThat(WholeLog.count(pool, "erasable.person WHERE name LIKE '%-undone'"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_is_lost_is_looked_up(CutDataSource.Cut cut) throws Exception {
        Map<String, Object> became = batched.together(
                Map.of(
                        "a", mine("", 0).write(),
                        "b", Writes.toNewStream().underKey(mine).write(),
                        "c", mine("c", 0).events(0).underKey("c" + mine).write()),
                () -> pool.cutNext(cut));

        assertThat(pool.hasCut()).isTrue();
        assertThat(became.values()).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        assertThat(size(pool) - before).isEqualTo(3);
        assertThat(count("log.domain_event WHERE stream_id = ")).isEqualTo(1);
        assertThat(count("log.command_log WHERE idempotency_key = ")).isEqualTo(1);
        assertThat(count("log.command_log WHERE outcome = 'accepted' AND events = 0 AND idempotency_key = 'c' || "))
                .isEqualTo(1);
    }

    @Test
    void another_instance_may_write_between() throws SQLException {
        var other = new Appender(pool, Clock.systemUTC());
        for (int round = 0; round < 20; round++) {
            Waiting theirs = mine("theirs", round).waiting();
            other.store(List.of(theirs), false);
            assertThat(theirs.outcome()).isInstanceOf(Outcome.Done.class);
            assertThat(store(
                            mine("ours", round).waiting(), mine("theirs", round).waiting()))
                    .satisfiesExactly(
                            ours -> assertThat(ours).isInstanceOf(Outcome.Done.class),
                            late -> assertThat(late).isInstanceOf(Outcome.Moved.class));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_batch_does_what_its_writes_would_do_one_after_the_other(long seed) throws SQLException {
        try (HikariDataSource twin = JournalRaceIT.pool(Twin.DATABASE.command())) {
            long beforeTwin = size(twin);
            sameOneAfterTheOther(seed, beforeTwin, new Appender(twin, Clock.systemUTC()));
            assertThat(new LogReader(pool).after(before, 1000))
                    .extracting(LogReader.Raw::id)
                    .containsExactlyElementsOf(new LogReader(twin)
                            .after(beforeTwin, 1000).stream()
                                    .map(LogReader.Raw::id)
                                    .toList());
        }
    }

    private static final class Twin {
        static final FreshDatabase DATABASE = LogForTests.migrated(PostgresForTests.freshDatabase());
    }

    private void sameOneAfterTheOther(long seed, long beforeTwin, Appender alone) throws SQLException {
        var random = new SplittableRandom(seed);
        var versions = new HashMap<Object, Long>();
        for (int round = 0; round < 30; round++) {
            var batch = new ArrayList<Waiting>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                batch.add(new Waiting(random(random, versions)));
            }
            appender.store(batch, false);
            for (Waiting waiting : batch) {
                var same = new Waiting(shifted(waiting.write(), beforeTwin - before));
                alone.store(List.of(same), false);
                boolean late = waiting.moved() && same.outcome() instanceof Outcome.AnsweredBefore;
                assertThat(late || kind(waiting).equals(kind(same)))
                        .as("seed %d, round %d: %s, alone %s", seed, round, waiting.outcome(), same.outcome())
                        .isTrue();
                if (waiting.outcome() instanceof Outcome.Done done) {
                    note(versions, waiting.write(), done.accepted());
                }
            }
        }
    }

    /** A write to few streams and few values, mostly as they are, sometimes as they were. */
    private Write random(SplittableRandom random, Map<Object, Long> versions) {
        String stream = "-" + random.nextInt(6);
        int events = random.nextInt(3);
        Writes write = mine(stream, seen(random, versions, mine + stream))
                .events(events)
                .underKey(random.nextInt(3) == 0 ? mine + random.nextInt(60) : null);
        for (int i = random.nextInt(3); i > 0; i--) {
            var at = new LookupKey("posts", mine + random.nextInt(5));
            long noted = seen(random, versions, at);
            if (events > 0 && random.nextBoolean()) {
                write.changing(at, noted, "1");
            } else {
                write.reading(at, noted);
            }
        }
        return write.write();
    }

    /** The same write to a log that was longer or shorter before: values have other versions there. */
    private static Write shifted(Write write, long by) {
        var read = new HashMap<>(write.read());
        read.replaceAll((at, version) -> version == 0 ? 0 : version + by);
        return new Write(
                write.envelope(),
                write.streamId(),
                write.events(),
                write.streams(),
                read,
                write.lookups(),
                write.beside());
    }

    private static long seen(SplittableRandom random, Map<Object, Long> versions, Object what) {
        long is = versions.getOrDefault(what, 0L);
        return random.nextInt(8) == 0 ? Math.max(0, is - 1) : is;
    }

    private static void note(Map<Object, Long> versions, Write write, Accepted accepted) {
        if (!write.events().isEmpty()) {
            versions.put(write.streamId(), accepted.version());
        }
        write.lookups().keySet().forEach(at -> versions.put(at, accepted.position()));
    }

    private static Object kind(Waiting waiting) {
        return waiting.outcome() instanceof Outcome.AnsweredBefore before
                ? before.answer().accepted().events().stream()
                        .map(Accepted.Stored::eventId)
                        .toList()
                : waiting.outcome().getClass();
    }

    private Writes mine(String stream, long version) {
        return Writes.to(mine + stream, version);
    }

    private List<Outcome> store(Waiting... batch) throws SQLException {
        appender.store(List.of(batch), false);
        return Stream.of(batch).map(Waiting::outcome).toList();
    }

    private static Accepted accepted(Outcome outcome) {
        return ((Outcome.Done) outcome).accepted();
    }

    /** Counts rows by a condition that ends where this test's own name belongs. */
    private long count(String condition, Object... arguments) throws SQLException {
        return WholeLog.count(pool, condition.formatted(arguments) + "'" + mine + "'");
    }

    private long transactions() throws SQLException {
        return WholeLog.count(
                pool, "(SELECT DISTINCT xmin::text FROM log.domain_event WHERE position > " + before + ") t");
    }

    private static long size(DataSource pool) {
        return new LogReader(pool).end();
    }

    private static Write.Beside person(String name) {
        return connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO erasable.person VALUES (?, ?, ?, ?)")) {
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, name);
                statement.setString(3, name + "@leamarsh.example");
                statement.setString(4, name);
                statement.executeUpdate();
            }
        };
    }
}
