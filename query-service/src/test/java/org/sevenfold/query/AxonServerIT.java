package org.sevenfold.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Role;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.testing.AxonServerForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.SmallBorough;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second query-service over one log, under the profile axonserver: with no server there, when one comes, and what it
 * answers then beside what the first answers without one.
 */
class AxonServerIT {

    private static final List<String> PATHS = List.of(
            "/api/v1/programmes/lea-marsh/dimensions/skills",
            "/api/v1/programmes/lea-marsh/training-compliance",
            "/api/v1/programmes/lea-marsh/training-compliance?unit=CIN-02&course=RSK-01",
            "/api/v1/programmes/lea-marsh/units",
            "/api/v1/programmes/lea-marsh/units/CIN-01",
            "/api/v1/audit/explain?measure=training-in-date&unit=CIN-02&course=RSK-01",
            "/api/v1/programmes/nowhere/dimensions/skills");

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(100);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int PORT = AxonServerForTests.freePort();
    private static final UUID PERSON = UUID.randomUUID();
    private static final Service WITHOUT = Service.shared();

    private static SmallBorough borough;
    private static ConfigurableApplicationContext with;
    private static Duration took;

    @BeforeAll
    static void start() {
        borough = SmallBorough.in(WITHOUT);
        Instant from = Instant.now();
        with = new SpringApplicationBuilder(QueryService.class)
                .properties(WITHOUT.database.springProperties())
                .run(
                        "--spring.config.name=" + QueryService.CONFIG_NAME,
                        "--spring.profiles.active=axonserver",
                        "--SEVENFOLD_AXONSERVER=127.0.0.1:" + PORT,
                        "--SEVENFOLD_ISSUER=" + TestIssuer.url(),
                        "--server.port=0");
        took = Duration.between(from, Instant.now());
    }

    @AfterAll
    static void stop() {
        with.close();
    }

    @Test
    void it_starts_with_no_server_there() {
        assertThat(took).isLessThan(START);
        assertThat(with.getBean(QueryBus.class)).isInstanceOf(AxonServerQueryBus.class);
        assertThat(with.getBean(EventStore.class)).isInstanceOf(LogEventStore.class);
    }

    @Test
    void with_no_server_a_question_is_answered_at_once_as_unavailable() {
        Instant from = Instant.now();
        HttpResponse<String> answer = ask(at("/api/v1/programmes/lea-marsh/dimensions/skills"));

        assertThat(Duration.between(from, Instant.now())).isLessThan(AT_ONCE);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(answer.body()).path("code").stringValue()).isEqualTo("unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("Exception", "AXONIQ", "127.0.0.1");
    }

    @Test
    void with_no_server_its_health_says_so() {
        HttpResponse<String> health = ask("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(axonServer().path("status").stringValue()).isEqualTo("DOWN");
        assertThat(axonServer().at("/details/says").stringValue())
                .startsWith("No Axon Server answers at 127.0.0.1:" + PORT);
    }

    @Test
    void over_a_server_every_answer_is_the_same_byte_for_byte() {
        try (var server = new AxonServerForTests(PORT)) {
            // The connector may open its streams twice while it finds the server; questions come once it has settled.
            await(() -> Stream.of(1, 2, 3).allMatch(time -> settled()));
            for (String path : PATHS) {
                HttpResponse<String> over = askAsTold(at(path));
                Service.Got without = WITHOUT.get(at(path), PERSON, Role.PROGRAMME_MANAGER);
                assertThat(over.statusCode()).as(path).isEqualTo(without.status());
                assertThat(told(over.body())).isEqualTo(told(without.body()));
                assertThat(over.headers().firstValue("ETag").orElse("")).isEqualTo(without.header("ETag"));
            }
            assertThat(server.carried()).isGreaterThanOrEqualTo(PATHS.size());
            assertThat(axonServer().path("status").stringValue()).isEqualTo("UP");
        }
    }

    /** Asks again where it is told to: an answer over the stand-in is lost now and then, and nobody knows yet why. */
    private static HttpResponse<String> askAsTold(String path) {
        HttpResponse<String> answer = ask(path);
        for (int again = 0; again < 2 && answer.statusCode() == 503; again++) {
            assertThat(JSON.readTree(answer.body()).path("code").stringValue()).isEqualTo("unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            answer = ask(path);
        }
        return answer;
    }

    private static boolean settled() {
        boolean answered =
                ask(at("/api/v1/programmes/lea-marsh/dimensions/skills")).statusCode() == 200;
        pause();
        return answered;
    }

    /** Without the one thing that is each request's own. */
    private static String told(String body) {
        return body.replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    private static String at(String path) {
        return path + (path.contains("?") ? "&" : "?") + "effectiveOn=2026-10-01&knownAt=@" + borough.end();
    }

    private static JsonNode axonServer() {
        return JSON.readTree(ask("/actuator/health").body()).at("/components/axonServer");
    }

    private static HttpResponse<String> ask(String path) {
        String address = "http://127.0.0.1:" + with.getEnvironment().getProperty("local.server.port") + path;
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", "Bearer " + WITHOUT.token(PERSON, Role.PROGRAMME_MANAGER))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(Supplier<Boolean> reached) {
        Instant deadline = Instant.now().plus(FOUND_AGAIN);
        while (!reached.get()) {
            assertThat(Instant.now()).as("found again in time").isBefore(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
