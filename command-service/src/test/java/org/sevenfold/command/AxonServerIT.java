package org.sevenfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.command.edge.CommandsForTests;
import org.sevenfold.events.Role;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.journal.Decided;
import org.sevenfold.platform.journal.StoredAnswer;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.platform.testing.AxonServerForTests;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;

/** Under the profile axonserver: with no server there, when one comes, and when it goes again. */
class AxonServerIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(30);

    private static final int PORT = AxonServerForTests.freePort();
    private static String manager = "";
    private static String reader = "";

    private static CommandServiceForTests service;
    private static Duration took;

    @BeforeAll
    static void start() {
        FreshDatabase database = PostgresForTests.freshDatabase();
        try (var before = new CommandServiceForTests(database)) {
            manager = before.token(UuidCreator.getTimeOrderedEpoch(), Role.PROGRAMME_MANAGER);
            reader = before.token(UuidCreator.getTimeOrderedEpoch(), Role.READER);
        }
        Instant from = Instant.now();
        service = new CommandServiceForTests(
                database, Map.of("spring.profiles.active", "axonserver", "SEVENFOLD_AXONSERVER", "127.0.0.1:" + PORT));
        took = Duration.between(from, Instant.now());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void it_starts_with_no_server_there() {
        assertThat(took).isLessThan(START);
        assertThat(service.context.getBean(CommandBus.class)).isInstanceOf(AxonServerCommandBus.class);
    }

    @Test
    void events_stay_in_postgresql() {
        assertThat(service.context.getBean(EventStore.class)).isInstanceOf(LogEventStore.class);
    }

    @Test
    void with_no_server_a_command_is_answered_at_once_as_unavailable() {
        Instant from = Instant.now();
        Answer answer = establish("AXS-0", manager);

        assertThat(Duration.between(from, Instant.now())).isLessThan(AT_ONCE);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.json().at("/title").stringValue()).isEqualTo("The command could not be delivered.");
        assertThat(answer.json().at("/remedy").stringValue()).contains("same key");
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("Exception", "AXONIQ", "127.0.0.1");
    }

    @Test
    void with_no_server_its_health_says_so() {
        Answer health = health();

        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/axonServer/status").stringValue())
                .isEqualTo("DOWN");
        assertThat(health.json().at("/components/axonServer/details/says").stringValue())
                .startsWith("No Axon Server answers at 127.0.0.1:" + PORT);
    }

    @Test
    void it_finds_a_server_that_comes_goes_and_comes_back_without_being_started_again() {
        try (var server = new AxonServerForTests(PORT)) {
            await(() -> establish("AXS-1", manager).status() == 201);
            assertThat(server.carried()).isPositive();
            assertThat(health().json().at("/components/axonServer/status").stringValue())
                    .isEqualTo("UP");
        }
        await(() -> health().json()
                .at("/components/axonServer/status")
                .stringValue()
                .equals("DOWN"));
        assertThat(establish("AXS-2", manager).code()).isEqualTo("unavailable");
        try (var server = new AxonServerForTests(PORT)) {
            await(() -> establish("AXS-2", manager).status() == 201);
            assertThat(server.carried()).isPositive();
        }
    }

    @Test
    void over_the_server_answers_and_refusals_are_those_of_one_process() {
        try (var server = new AxonServerForTests(PORT)) {
            await(() -> establish("AXS-3", manager).status() == 201);

            Answer duplicate = establish("AXS-3", manager);
            assertThat(duplicate.status()).isEqualTo(409);
            assertThat(duplicate.code()).isEqualTo("duplicate");
            assertThat(duplicate.json().at("/existingId").stringValue()).isNotEmpty();
            assertThat(duplicate.json().at("/remedy").stringValue()).isNotEmpty();
            assertThat(establish("AXS-4", reader).code()).isEqualTo("role-not-permitted");

            String key = UUID.randomUUID().toString();
            Answer first = establish("AXS-5", manager, "Idempotency-Key", key);
            Answer second = establish("AXS-5", manager, "Idempotency-Key", key);
            assertThat(first.status()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
        }
    }

    static Stream<Object> messages() {
        return Stream.concat(commands(), results());
    }

    private static Stream<Object> commands() {
        return CommandsForTests.ofEveryKind();
    }

    private static Stream<Object> results() {
        var accepted = new Accepted(
                "stream",
                3,
                List.of(new Accepted.Stored("id", "structure.unit-established", "stream", 7, 6, "ab")),
                7,
                Instant.parse("2026-11-02T09:00:00.123456Z"));
        return Stream.of(
                accepted,
                new Accepted("stream", 3, List.of(), 7, null),
                new StoredAnswer("hash", accepted),
                new Decided(List.of(new Decided.Planned(
                        "staff.post-created",
                        Map.of(
                                "fte",
                                new BigDecimal("0.20"),
                                "hours",
                                new BigDecimal("12345678901234567.25"),
                                "n",
                                3)))),
                new Refusal.Details(
                        Code.VERSION_CONFLICT,
                        "Title.",
                        "Detail.",
                        null,
                        List.of(new Violation("/from", "not-a-day", "A day is expected here.", List.of("2026-11-02"))),
                        Map.of("currentVersion", 4, "allowed", List.of("Unit"))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_arrives_as_it_was_sent(Object message) {
        Serializer serializer = service.context.getBean("messageSerializer", Serializer.class);

        Object arrived = serializer.deserialize(serializer.serialize(message, byte[].class));

        assertThat(arrived).isEqualTo(message);
    }

    private static Answer establish(String reference, String token, String... headers) {
        return service.send(
                "establish-unit",
                token,
                """
                {"reference": "%s", "name": "Unit %s", "kind": "UNIT", "serviceArea": "Child in Need", "from": "%s"}\
                """.formatted(reference, reference, LocalDate.now(java.time.ZoneOffset.UTC)),
                headers);
    }

    private static Answer health() {
        return service.send(HttpRequest.newBuilder(URI.create(service.url("/actuator/health")))
                .build());
    }

    private static void await(Supplier<Boolean> reached) {
        Instant deadline = Instant.now().plus(FOUND_AGAIN);
        while (!reached.get()) {
            assertThat(Instant.now()).as("found again in time").isBefore(deadline);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
