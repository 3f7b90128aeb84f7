package org.sevenfold.query.testing;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.query.QueryService;
import org.sevenfold.query.board.Boards;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query-service on a real PostgreSQL and a free port, asked over HTTP. */
public final class Service implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public final FreshDatabase database;
    public final TestLog log;
    public final HttpServer commandService;
    private final Map<String, Object> properties;
    private ConfigurableApplicationContext context;
    private final JdbcTemplate superuser;
    private int port;
    private final Map<Set<Role>, UUID> people = new ConcurrentHashMap<>();
    private final Set<String> granted = new HashSet<>();

    private static final class Shared {
        static final Service ONLY = new Service();
    }

    public Service() {
        this(Map.of());
    }

    /** One with settings of its own besides the usual. */
    public Service(Map<String, Object> more) {
        database = LogForTests.migrated(PostgresForTests.freshDatabase());
        log = new TestLog(kept(database.owner()));
        superuser = new JdbcTemplate(kept(database.superuser()));
        try {
            commandService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commandService.start();
        properties = new HashMap<String, Object>(database.springProperties());
        properties.put("spring.config.name", QueryService.CONFIG_NAME);
        properties.put("SEVENFOLD_ISSUER", TestIssuer.url());
        properties.put(
                "SEVENFOLD_COMMAND_URL",
                "http://127.0.0.1:" + commandService.getAddress().getPort());
        properties.put("sevenfold.verification.nightly", "-");
        properties.put("sevenfold.verification.hourly", "-");
        properties.putAll(more);
        context = run();
        port = port();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(QueryService.class)
                .properties(properties)
                .run("--server.port=0");
    }

    private int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Stops it, has something done to its database, and starts it again. */
    public void restart(Consumer<JdbcTemplate> meanwhile) {
        context.close();
        meanwhile.accept(superuser);
        context = run();
        port = port();
    }

    /** The one service that all tests share which do not break it. */
    public static Service shared() {
        return Shared.ONLY;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate superuser() {
        return superuser;
    }

    /** The same login with connections that are kept, because to make one takes longer than what most tests ask. */
    private static DataSource kept(DataSource login) {
        var pool = new HikariDataSource();
        pool.setDataSource(login);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    /** Asks as somebody with these roles. */
    public Got get(String path, Role... roles) {
        return get(path, somebody(roles), roles);
    }

    /** A person who is nobody in particular and holds these roles. */
    public UUID somebody(Role... roles) {
        return people.computeIfAbsent(Set.of(roles), none -> new UUID(0x01936c6e_2fff_7000L, people.size() + 1L));
    }

    /** A token of a person who holds these roles, granted in the log as they are everywhere. */
    public synchronized String token(UUID person, Role... roles) {
        long before = log.end();
        for (Role role : roles) {
            if (role.isGranted() && granted.add(person + " " + role)) {
                log.append(new RoleGranted(new PersonId(person), role, LocalDate.EPOCH, null));
            }
        }
        long end = log.end();
        for (int i = 0; end > before && i < 500 && bean(Boards.class).reached(Set.of("roles")) < end; i++) {
            sleep();
        }
        return TestIssuer.token(
                person, Stream.of(roles).filter(role -> !role.isGranted()).toArray(Role[]::new));
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Got get(String path, UUID person, Role... roles) {
        return send("GET", path, Map.of("Authorization", "Bearer " + token(person, roles)), null);
    }

    public Got post(String path, String body, Role... roles) {
        return send("POST", path, Map.of("Authorization", "Bearer " + token(somebody(roles), roles)), body);
    }

    public Got post(String path, Role... roles) {
        return send("POST", path, Map.of("Authorization", "Bearer " + token(somebody(roles), roles)), "");
    }

    public Got send(String method, String path, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            return new Got(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        commandService.stop(0);
    }

    /** What came back. */
    public record Got(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
