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
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.command.skills.CourseCommand.DefineCourse;
import org.sevenfold.command.skills.TrainingRecordCommand.CorrectTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.RecordTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.VoidFact;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.command.staff.PostCommand.AppointToPost;
import org.sevenfold.command.staff.PostCommand.CreatePost;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.journal.Decided;
import org.sevenfold.platform.journal.StoredAnswer;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.events.programme.Role;
import org.sevenfold.platform.testing.AxonServerForTests;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;

/** Under the profile axonserver: with no server there, when one comes, and when it goes again. */
class AxonServerIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(30);

    private static final int PORT = AxonServerForTests.freePort();
    private static final String MANAGER = TestIssuer.token(UuidCreator.getTimeOrderedEpoch(), Role.PROGRAMME_MANAGER);
    private static final String READER = TestIssuer.token(UuidCreator.getTimeOrderedEpoch(), Role.READER);

    private static CommandServiceForTests service;
    private static Duration took;

    @BeforeAll
    static void start() {
        Instant from = Instant.now();
        service = new CommandServiceForTests(
                PostgresForTests.freshDatabase(),
                Map.of("spring.profiles.active", "axonserver", "SEVENFOLD_AXONSERVER", "127.0.0.1:" + PORT));
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
        Answer answer = establish("AXS-0", MANAGER);

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
            await(() -> establish("AXS-1", MANAGER).status() == 201);
            assertThat(server.carried()).isPositive();
            assertThat(health().json().at("/components/axonServer/status").stringValue())
                    .isEqualTo("UP");
        }
        await(() -> health().json()
                .at("/components/axonServer/status")
                .stringValue()
                .equals("DOWN"));
        assertThat(establish("AXS-2", MANAGER).code()).isEqualTo("unavailable");
        try (var server = new AxonServerForTests(PORT)) {
            await(() -> establish("AXS-2", MANAGER).status() == 201);
            assertThat(server.carried()).isPositive();
        }
    }

    @Test
    void over_the_server_answers_and_refusals_are_those_of_one_process() {
        try (var server = new AxonServerForTests(PORT)) {
            await(() -> establish("AXS-3", MANAGER).status() == 201);

            Answer duplicate = establish("AXS-3", MANAGER);
            assertThat(duplicate.status()).isEqualTo(409);
            assertThat(duplicate.code()).isEqualTo("duplicate");
            assertThat(duplicate.json().at("/existingId").stringValue()).isNotEmpty();
            assertThat(duplicate.json().at("/remedy").stringValue()).isNotEmpty();
            assertThat(establish("AXS-4", READER).code()).isEqualTo("role-not-permitted");

            String key = UUID.randomUUID().toString();
            Answer first = establish("AXS-5", MANAGER, "Idempotency-Key", key);
            Answer second = establish("AXS-5", MANAGER, "Idempotency-Key", key);
            assertThat(first.status()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
        }
    }

    static Stream<Object> messages() {
        return Stream.concat(commands(), results());
    }

    private static Stream<Object> commands() {
        var person = PersonId.of("01936c6e-2000-7000-8000-000000000001");
        var unit = UnitId.of("01936c6e-1000-7000-8000-000000000004");
        var post = PostId.of("01936c6e-3000-7000-8000-000000000001");
        var course = CourseId.of("01936c6e-4000-7000-8000-000000000001");
        var day = LocalDate.of(2026, 11, 2);
        var evidence = new Evidence("certificate", "RSK-01 certificate", "L&D shelf 4", null);
        var fact = new FactRef(
                EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f"),
                "stream",
                "TrainingRecord",
                person.toString(),
                Instant.parse("2026-11-02T09:00:00.000001Z"));
        return Stream.of(
                new EstablishUnit(unit, "CIN-04", "Child in Need 4", UnitKind.UNIT, "Child in Need", null, day),
                new RegisterPerson(person, "S-1", "Robin Example", "robin.example@leamarsh.example", null, day),
                new CreatePost(post, "P-1", PostRole.SOCIAL_WORKER, Fte.of("0.8"), unit, day, null),
                new AppointToPost(post, person, Fte.of("0.25"), day, null, AppointedVia.SELECTED, 2),
                new DefineCourse(
                        course,
                        "RSK-01",
                        "Risk management",
                        CourseMode.CLASSROOM,
                        new BigDecimal("3.50"),
                        new Validity(12, Validity.ValidityRule.FROM_COMPLETION),
                        day),
                new RecordTrainingCompletion(person, course, day, true, evidence),
                new CorrectTrainingCompletion(fact, null, day, false, null, "The register says otherwise."),
                new VoidFact(fact, "It never happened."));
    }

    private static Stream<Object> results() {
        var accepted = new Accepted(
                "stream",
                3,
                List.of(new Accepted.Stored("id", "structure.unit-established", 7, 6, "ab")),
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
