package org.sevenfold.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.sevenfold.command.CommandService;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.command.skills.CourseCommand.DefineCourse;
import org.sevenfold.command.skills.TrainingRecordCommand.RecordTrainingCompletion;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.platform.time.London;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole command-service with everything on: ledger, lookups, idempotency keys, command log, authority, metrics. */
final class Sevenfold implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String REQUEST_HASH = "0".repeat(64);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final FreshDatabase database = PostgresForTests.freshDatabase();
    private final ConfigurableApplicationContext context;
    private final CommandBus gateway;
    private final Borough borough;
    private final LocalDate today = London.day(CLOCK.instant());
    private final AtomicIntegerArray completions = new AtomicIntegerArray(Borough.PEOPLE);

    Sevenfold() {
        var settings = new HashMap<String, Object>(database.springProperties());
        settings.put("spring.config.name", CommandService.CONFIG_NAME);
        settings.put("server.port", 0);
        settings.put("SEVENFOLD_ISSUER", TestIssuer.url());
        context = new SpringApplicationBuilder(CommandService.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        gateway = context.getBean("commandBus", CommandBus.class);
        borough = Borough.at(context.getBean(CommandDesk.class), today);
    }

    /** One new stream a command, with two lookup values. */
    Contender creating() {
        return new Contender("Sevenfold creating", (client, turn) -> {
            var course = new CourseId(UuidCreator.getTimeOrderedEpoch());
            send(
                    "define-course",
                    turn,
                    new DefineCourse(
                            course,
                            code(turn),
                            "Recognising risk together",
                            CourseMode.CLASSROOM,
                            new BigDecimal("3.5"),
                            new Validity(24, Validity.ValidityRule.FROM_COMPLETION),
                            borough.begin()));
        });
    }

    /** One event a command, to a training record that no other client writes to at that moment. */
    Contender appending(int clients) {
        return new Contender("Sevenfold appending", (client, turn) -> append(recordOf(client, clients), turn));
    }

    /** Brings every training record to this many events. */
    void fill(int events) throws InterruptedException, ExecutionException {
        int clients = 64;
        var turns = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            var filling = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                filling.add(threads.submit(() -> {
                    for (int person = client; person < Borough.PEOPLE; person += clients) {
                        while (completions.get(person) < events) {
                            append(person, turns.decrementAndGet());
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> client : filling) {
                client.get();
            }
        }
    }

    private static int recordOf(int client, int clients) {
        int each = Borough.PEOPLE / clients;
        return client * each + ThreadLocalRandom.current().nextInt(each);
    }

    private void append(int person, long turn) throws Exception {
        int number = completions.getAndIncrement(person);
        send(
                "record-training-completion",
                turn,
                new RecordTrainingCompletion(
                        borough.people().get(person),
                        borough.courses().get(number % borough.courses().size()),
                        borough.begin().plusDays(number / borough.courses().size() % Borough.DAYS),
                        true,
                        null));
    }

    /** The same as {@link #creating}, as a request of somebody who is signed in. */
    Contender creatingThroughHttp() {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                + "/api/v1/commands/define-course");
        String token = "Bearer " + TestIssuer.token(borough.actor());
        return new Contender(
                "Sevenfold through HTTP",
                (client, turn) -> post(uri, token, "k" + turn, """
                    {"course": "%s", "code": "%s", "title": "Recognising risk together", "mode": "CLASSROOM", "hours": 3.5,
                     "validity": {"months": 24, "rule": "FROM_COMPLETION"}, "from": "%s"}\
                    """.formatted(
                                UuidCreator.getTimeOrderedEpoch(), code(turn), borough.begin())));
    }

    private static void post(URI uri, String token, String key, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private void send(String name, long turn, Change command) throws Exception {
        Instant now = CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
        var envelope = new CommandEnvelope(
                UuidCreator.getTimeOrderedEpoch(),
                name,
                borough.actor().toString(),
                List.of(),
                "api",
                now,
                REQUEST_HASH,
                "key-" + turn,
                null,
                CommandEnvelope.Purpose.STORE,
                null,
                null,
                "benchmark");
        var callback = new FutureCallback<Change, Object>();
        gateway.dispatch(new GenericCommandMessage<>(command, MetaData.from(envelope.toMetadata())), callback);
        CommandResultMessage<?> result = callback.get();
        if (result.isExceptional() || !(result.getPayload() instanceof Accepted)) {
            throw new IllegalStateException("not stored: " + result);
        }
    }

    private static String code(long turn) {
        return "B-" + Long.toString(turn, 36).toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        context.close();
    }
}
