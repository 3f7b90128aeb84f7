package org.sevenfold.command.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.sevenfold.command.CommandService;
import org.sevenfold.events.Role;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.platform.time.London;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command-service on a real PostgreSQL; one for the module's tests, more where a test wants several. */
public final class CommandServiceForTests implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public final FreshDatabase database;
    public final ConfigurableApplicationContext context;
    private static final UUID OWNER = UUID.fromString("01936c6e-2000-7000-8000-00000000000f");
    private static final String OWNER_TOKEN = TestIssuer.token(OWNER);

    private final int port;
    private boolean begun;

    /** An answer as a client sees it. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String code() {
            return json().path("code").stringValue("");
        }
    }

    private static final class Shared {
        static final CommandServiceForTests SERVICE = new CommandServiceForTests(PostgresForTests.freshDatabase());
    }

    /** The service that all tests of the module share. */
    public static CommandServiceForTests shared() {
        return Shared.SERVICE;
    }

    public CommandServiceForTests(FreshDatabase database) {
        this(database, Map.of());
    }

    public CommandServiceForTests(FreshDatabase database, Map<String, Object> more) {
        this.database = database;
        var settings = new HashMap<String, Object>(database.springProperties());
        settings.put("spring.config.name", CommandService.CONFIG_NAME);
        settings.put("server.port", 0);
        settings.put("SEVENFOLD_ISSUER", TestIssuer.url());
        settings.putAll(more);
        context = new SpringApplicationBuilder(CommandService.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A token of somebody who holds these roles, which the senior responsible owner grants for it. */
    public String token(UUID person, Role... roles) {
        begin();
        for (Role role : roles) {
            if (role.isGranted()) {
                grant(OWNER_TOKEN, person, role);
            }
        }
        return TestIssuer.token(
                person, Stream.of(roles).filter(role -> !role.isGranted()).toArray(Role[]::new));
    }

    /** Has a programme running and somebody responsible for it, as everywhere but on the first day. */
    private synchronized void begin() {
        if (begun) {
            return;
        }
        begun = true;
        grant(TestIssuer.token(UuidCreator.getTimeOrderedEpoch(), Role.OPERATOR), OWNER, Role.SENIOR_RESPONSIBLE_OWNER);
        send("start-programme", OWNER_TOKEN, """
            {"reference": "lea-marsh", "title": "Reclaiming practice in Lea Marsh", "startOn": "%s",
             "lastDay": "%s"}\
            """.formatted(
                        London.day(Instant.now()).minusDays(330),
                        London.day(Instant.now()).plusDays(200)));
    }

    private void grant(String by, UUID person, Role role) {
        send("grant-role", by, """
            {"person": "%s", "role": "%s", "from": "%s"}\
            """.formatted(person, role, London.day(Instant.now())));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public Answer get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Sends a command; headers come in pairs. */
    public Answer send(String command, String token, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/api/v1/commands/" + command)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
