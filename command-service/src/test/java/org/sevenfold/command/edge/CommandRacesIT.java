package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;

/** Two command-services on one database, and many clients at once. */
@Timeout(180)
@SuppressWarnings("NullAway.Init")
class CommandRacesIT {

    private static final int CLIENTS = 50;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(CLIENTS);
    private static CommandServiceForTests one;
    private static CommandServiceForTests two;

    @BeforeAll
    static void start() {
        FreshDatabase database = PostgresForTests.freshDatabase();
        one = new CommandServiceForTests(database);
        two = new CommandServiceForTests(database, Map.of("spring.datasource.hikari.maximum-pool-size", 10));
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
        THREADS.shutdownNow();
    }

    private final World world = new World(one);

    @Test
    void fifty_clients_on_one_stream_lose_nothing_and_double_nothing() throws SQLException {
        String person = world.inPost(world.unit);
        List<Answer> answers = race(client -> send(
                client,
                "record-training-completion",
                world.learning,
                world.completion(person, world.today.minusDays(client)),
                "k" + world.number + "-" + client));
        var statuses = answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        long stored = answers.stream().filter(answer -> answer.status() < 300).count();
        assertThat(answers)
                .allMatch(a -> a.status() < 300 || a.code().equals("concurrent-change"), statuses.toString());
        List<Answer> again = race(client -> send(
                client + 1,
                "record-training-completion",
                world.learning,
                world.completion(person, world.today.minusDays(client)),
                "k" + world.number + "-" + client));
        for (int i = 0; i < CLIENTS; i++) {
            if (answers.get(i).status() < 300) {
                assertThat(again.get(i).body()).isEqualTo(answers.get(i).body());
            }
        }
        String streamId = answers.getFirst().json().at("/streamId").stringValue("");
        assertThat(stored).isPositive();
        long inLog = number(
                "SELECT count(*) FROM log.domain_event WHERE stream_id = (SELECT stream_id FROM log.domain_event WHERE"
                        + " stream_id LIKE 'training-record-%' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)");
        long accepted = java.util.stream.Stream.concat(answers.stream(), again.stream())
                .filter(answer -> answer.status() < 300)
                .map(answer -> answer.json().at("/events/0/eventId").stringValue())
                .distinct()
                .count();
        assertThat(inLog).as(streamId).isEqualTo(accepted);
        assertGapless();
    }

    @Test
    void the_same_request_from_fifty_clients_at_once_is_done_once() throws SQLException {
        String person = world.inPost(world.unit);
        String key = UUID.randomUUID().toString();
        List<Answer> answers = race(client ->
                send(client, "record-training-completion", world.learning, world.completion(person, world.today), key));
        List<Answer> settled = answers.stream()
                .filter(answer -> !answer.code().equals("concurrent-change"))
                .toList();
        assertThat(settled).isNotEmpty();
        assertThat(settled.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(settled.getFirst().status()).isEqualTo(201);
        assertGapless();
    }

    @Test
    void what_one_holds_in_memory_and_the_other_has_changed_is_decided_afresh() {
        String person = world.inPost(world.unit);
        String day = world.completion(person, world.today);
        String dayBefore = world.completion(person, world.today.minusDays(1));
        assertThat(one.context.getBeansOfType(Repository.class).values())
                .isNotEmpty()
                .allMatch(CachingEventSourcingRepository.class::isInstance);

        Answer first = one.send("record-training-completion", world.learning, day);
        String fact = first.json().at("/events/0/eventId").stringValue();
        two.send("void-fact", world.learning, """
            {"eventId": "%s", "reason": "It was somebody else."}\
            """.formatted(fact));

        assertThat(one.send("record-training-completion", world.learning, day).status())
                .as("refused for what is in memory, accepted for what is stored")
                .isEqualTo(200);
        assertThat(two.send("record-training-completion", world.learning, day).code())
                .as("accepted for what is in memory, refused for what is stored")
                .isEqualTo("duplicate");
        assertThat(one.send("record-training-completion", world.learning, dayBefore, "If-Match", "\"3\"")
                        .status())
                .isEqualTo(200);
        assertThat(two.send(
                                "record-training-completion",
                                world.learning,
                                world.completion(person, world.today.minusDays(2)),
                                "If-Match",
                                "\"3\"")
                        .code())
                .as("the version that the other has in memory is not the version")
                .isEqualTo("version-conflict");
    }

    @Test
    void the_last_fifth_of_a_post_is_given_once() throws SQLException {
        for (int round = 0; round < 5; round++) {
            String post = world.post(world.unit, "1");
            world.appoint(post, world.person(), "0.8");
            List<String> people =
                    IntStream.range(0, 8).mapToObj(i -> world.person()).toList();
            var race = IntStream.range(0, people.size())
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> send(
                                    i,
                                    "appoint-to-post",
                                    world.hr,
                                    """
                                    {"post": "%s", "person": "%s", "fte": 0.2, "from": "%s", "via": "SELECTED"}\
                                    """.formatted(post, people.get(i), world.begin),
                                    UUID.randomUUID().toString()),
                            THREADS))
                    .toList();
            List<Answer> answers = race.stream().map(CompletableFuture::join).toList();
            assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
            assertThat(answers.stream().filter(a -> a.status() != 200).map(Answer::code))
                    .allMatch(code -> code.equals("post-overfilled") || code.equals("concurrent-change"));
        }
        assertGapless();
    }

    @Test
    void nobody_is_contracted_over_full_time_from_two_posts_at_once() {
        for (int round = 0; round < 5; round++) {
            String person = world.person();
            List<String> posts = IntStream.range(0, 6)
                    .mapToObj(i -> world.post(world.unit, "1"))
                    .toList();
            var race = IntStream.range(0, posts.size())
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> send(
                                    i,
                                    "appoint-to-post",
                                    world.hr,
                                    """
                                    {"post": "%s", "person": "%s", "fte": 0.6, "from": "%s", "via": "SELECTED"}\
                                    """.formatted(posts.get(i), person, world.begin),
                                    UUID.randomUUID().toString()),
                            THREADS))
                    .toList();
            assertThat(race.stream().map(CompletableFuture::join).filter(a -> a.status() == 200))
                    .hasSize(1);
        }
    }

    @Test
    void a_unit_gets_one_group_manager_from_many_clients_at_once() {
        List<String> people =
                IntStream.range(0, 6).mapToObj(i -> world.inPost(world.unit)).toList();
        for (int round = 0; round < 5; round++) {
            String unit = establish("M" + round);
            List<Answer> answers = all(IntStream.range(0, people.size()).mapToObj(i -> (Supplier<Answer>) () -> send(
                    i,
                    "assign-group-manager",
                    world.programmeManager,
                    """
                    {"unit": "%s", "person": "%s", "from": "%s"}\
                    """.formatted(unit, people.get(i), world.today),
                    UUID.randomUUID().toString())));
            assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
            assertThat(answers.stream().filter(a -> a.status() != 200).map(Answer::code))
                    .allMatch(code -> code.equals("single-incumbent") || code.equals("concurrent-change"));
        }
    }

    @Test
    void a_unit_that_is_closed_and_given_a_post_at_once_has_one_of_the_two() {
        String owner = world.token(Role.SENIOR_RESPONSIBLE_OWNER);
        for (int round = 0; round < 5; round++) {
            String unit = establish("C" + round);
            String post = unit + "-P";
            List<Answer> answers = all(Stream.<Supplier<Answer>>of(
                    () -> send(
                            0,
                            "close-unit",
                            owner,
                            """
                            {"unit": "%s", "lastDay": "%s"}\
                            """.formatted(unit, world.today),
                            UUID.randomUUID().toString()),
                    () -> send(
                            1,
                            "create-post",
                            world.hr,
                            """
                            {"reference": "%s", "role": "SOCIAL_WORKER", "fte": 1, "unit": "%s", "from": "%s"}\
                            """.formatted(post, unit, world.begin),
                            UUID.randomUUID().toString())));
            assertThat(answers.stream().filter(a -> a.status() < 300)).hasSize(1);
        }
    }

    private String establish(String name) {
        String reference = world.unit + "-" + name;
        world.accepted("establish-unit", world.programmeManager, """
            {"reference": "%s", "name": "Unit %s", "kind": "UNIT", "serviceArea": "Child in Need", "from": "%s"}\
            """.formatted(reference, reference, world.begin));
        return reference;
    }

    private static List<Answer> all(Stream<Supplier<Answer>> clients) {
        var race = clients.map(client -> CompletableFuture.supplyAsync(client, THREADS))
                .toList();
        return race.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void a_circle_of_milestones_is_not_closed_from_two_ends_at_once() {
        String owner = world.inPost(world.unit);
        for (int round = 0; round < 5; round++) {
            String initiative = "W%d-R%d".formatted(world.number, round);
            world.accepted("register-initiative", world.programmeManager, """
                {"programme": "lea-marsh", "reference": "%s", "title": "Units in Child in Need",
                 "primaryDimension": "STRUCTURE", "owner": "%s", "units": ["%s"], "plannedStart": "%s",
                 "plannedEnd": "%s"}\
                """.formatted(
                            initiative, owner, world.unit, world.begin, world.today.plusDays(30)));
            for (int i = 0; i < 2; i++) {
                world.accepted("add-milestone", world.programmeManager, """
                    {"initiative": "%s", "title": "Step %d", "dueOn": "%s"}\
                    """.formatted(
                                initiative, i, world.today.plusDays(20)));
            }
            List<Answer> answers = all(IntStream.range(0, 2).mapToObj(i -> (Supplier<Answer>) () -> send(
                    i,
                    "add-dependency",
                    world.programmeManager,
                    """
                    {"programme": "lea-marsh", "from": "%1$s/%2$d", "to": "%1$s/%3$d"}\
                    """.formatted(initiative, 1 + i, 2 - i),
                    UUID.randomUUID().toString())));
            assertThat(answers.stream().filter(a -> a.status() < 300)).hasSize(1);
            assertThat(answers.stream().filter(a -> a.status() >= 300).map(Answer::code))
                    .containsExactly("dependency-cycle");
        }
    }

    @Test
    void every_answered_command_is_there_once_when_connections_are_cut_under_load() throws Exception {
        List<String> people =
                IntStream.range(0, 8).mapToObj(i -> world.inPost(world.unit)).toList();
        var cutting = new AtomicBoolean(true);
        var cutter = CompletableFuture.runAsync(
                () -> {
                    while (cutting.get()) {
                        LogForTests.asSuperuser(
                                one.database,
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                        + " WHERE usename = 'sevenfold_command' AND datname = current_database()");
                        sleep(300);
                    }
                },
                THREADS);
        var race = people.stream()
                .map(person -> CompletableFuture.supplyAsync(
                        () -> IntStream.range(0, 12)
                                .mapToObj(day -> send(
                                        day,
                                        "record-training-completion",
                                        world.learning,
                                        world.completion(person, world.today.minusDays(day)),
                                        person + "-" + day))
                                .toList(),
                        THREADS))
                .toList();
        List<Answer> answers =
                race.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
        cutting.set(false);
        cutter.join();
        assertThat(answers)
                .allMatch(a -> a.status() == 200 || a.status() == 201 || a.status() == 503 || a.status() == 409);
        List<String> acknowledged = answers.stream()
                .filter(a -> a.status() < 300)
                .map(a -> a.json().at("/events/0/eventId").stringValue())
                .toList();
        assertThat(acknowledged).isNotEmpty().doesNotHaveDuplicates();
        String ids = acknowledged.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        assertThat(number("SELECT count(*) FROM log.domain_event WHERE event_id IN (" + ids + ")"))
                .isEqualTo(acknowledged.size());
        assertThat(number("SELECT count(*) FROM (SELECT metadata FROM log.domain_event WHERE"
                        + " name = 'skills.training-completion-recorded' GROUP BY convert_from(metadata, 'UTF8')::json"
                        + " ->> 'idempotencyKey', metadata HAVING count(*) > 1) doubled"))
                .isZero();
        assertGapless();
    }

    private static Answer send(int client, String command, String token, String body, String key) {
        return (client % 2 == 0 ? one : two).send(command, token, body, "Idempotency-Key", key);
    }

    private static List<Answer> race(IntFunction<Answer> client) {
        var clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.apply(i), THREADS))
                .toList();
        return clients.stream().map(CompletableFuture::join).toList();
    }

    private static void assertGapless() throws SQLException {
        assertThat(number("SELECT count(*) FROM log.domain_event"))
                .isEqualTo(number("SELECT max(position) FROM log.domain_event"));
        assertThat(number("SELECT size FROM log.tlog_head")).isEqualTo(number("SELECT count(*) FROM log.tlog_leaf"));
        assertThat(number(
                        "SELECT count(*) FROM log.domain_event a JOIN log.domain_event b ON b.position = a.position + 1"
                                + " WHERE b.recorded_at < a.recorded_at"))
                .isZero();
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = one.database.superuser().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
