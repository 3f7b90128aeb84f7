package org.sevenfold.allinone.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.CommandService;
import org.sevenfold.events.Role;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.QueryService;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files are sent to the one address that people know, and go through to where they are taken. */
@SuppressWarnings("NullAway.Init")
class FilesThroughOneAddressIT {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID MAYA = UUID.randomUUID();
    private static final String LEARNING = TestIssuer.token(MAYA);
    private static final String HEADER = "code,title,mode,hours,from\n";

    private static ConfigurableApplicationContext commands;
    private static ConfigurableApplicationContext queries;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var settings = new HashMap<String, String>();
        PostgresForTests.freshDatabase()
                .springProperties()
                .forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("SEVENFOLD_ISSUER", TestIssuer.url());
        commands = new ServiceStart(CommandService.CONFIG_NAME, 0, CommandService.class, List.of(), List.of())
                .run(settings, Map.of());
        settings.put("SEVENFOLD_COMMAND_URL", address(commands));
        queries = new ServiceStart(QueryService.CONFIG_NAME, 0, QueryService.class, List.of(), List.of())
                .run(settings, Map.of());
        client = HttpClient.newHttpClient();
        grant(TestIssuer.token(UUID.randomUUID(), Role.OPERATOR), OWNER, Role.SENIOR_RESPONSIBLE_OWNER);
        grant(TestIssuer.token(OWNER), MAYA, Role.LEARNING_AND_DEVELOPMENT);
    }

    private static void grant(String by, UUID person, Role role) throws IOException, InterruptedException {
        String body = "{\"person\": \"%s\", \"role\": \"%s\", \"from\": \"%s\"}"
                .formatted(person, role, London.day(Instant.now()));
        HttpResponse<String> granted = client.send(
                HttpRequest.newBuilder(URI.create(address(queries) + "/api/v1/commands/grant-role"))
                        .header("Authorization", "Bearer " + by)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        client.close();
        queries.close();
        commands.close();
    }

    @Test
    void a_file_becomes_a_job_and_its_refused_rows_come_back() throws Exception {
        String file = HEADER + "ONE-1,One,online,1,2026-01-01\nONE-2,One,house,1,2026-01-01\n";
        HttpResponse<String> sent = send("define-course?dryRun=true", LEARNING, BodyPublishers.ofString(file));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        JsonNode job = JsonMapper.builder().build().readTree(sent.body());
        assertThat(sent.headers().firstValue("Location"))
                .hasValue(job.at("/links/self").stringValue());
        HttpResponse<String> refused = client.send(
                to(job.at("/links/refused").stringValue(), LEARNING).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("define-course-refused.csv");
        assertThat(refused.body()).contains("ONE-2,One,house,1,2026-01-01,3,validation,");
    }

    @Test
    void who_is_not_signed_in_hears_it_even_behind_a_large_file() throws Exception {
        HttpResponse<String> answer =
                send("define-course", "nothing", BodyPublishers.ofByteArray(new byte[9 * 1024 * 1024]));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("not-authenticated");
    }

    @Test
    void a_large_file_that_makes_no_sense_is_refused_in_a_sentence() throws Exception {
        HttpResponse<String> answer =
                send("define-course", LEARNING, BodyPublishers.ofString(HEADER + "x".repeat(9 * 1024 * 1024)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This file cannot be read as a table.");
    }

    private static HttpResponse<String> send(String path, String token, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                to("/api/v1/imports/" + path, token)
                        .header("Content-Type", "text/csv")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address(queries) + path)).header("Authorization", "Bearer " + token);
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }
}
