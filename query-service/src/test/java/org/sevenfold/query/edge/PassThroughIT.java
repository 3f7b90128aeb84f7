package org.sevenfold.query.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpContext;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;

/** Commands go through unchanged, and so do their answers. */
class PassThroughIT {

    private static final Service SERVICE = Service.shared();
    private static final Map<String, HttpContext> CONTEXTS = new ConcurrentHashMap<>();

    private record Received(String method, String target, Map<String, String> headers, String body) {}

    @Test
    void a_command_and_its_answer_arrive_as_they_are() {
        var queue = new LinkedBlockingQueue<Received>();
        answering(queue, 412, "{\"code\":\"version-conflict\"}");

        Got got = SERVICE.send(
                "POST",
                "/api/v1/commands/establish-unit?dryRun=true&x=a%20b",
                Map.of(
                        "Authorization", "Bearer whatever",
                        "Idempotency-Key", "k-1",
                        "If-Match", "\"3\"",
                        "Content-Type", "application/json",
                        "Correlation-Id", "mine-7"),
                "{ \"name\" : \"Ünit\" }");

        Received received = queue.remove();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo("/api/v1/commands/establish-unit?dryRun=true&x=a%20b");
        assertThat(received.body()).isEqualTo("{ \"name\" : \"Ünit\" }");
        assertThat(received.headers())
                .containsEntry("Authorization", "Bearer whatever")
                .containsEntry("Idempotency-Key", "k-1")
                .containsEntry("If-Match", "\"3\"")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Correlation-Id", "mine-7");
        assertThat(got.status()).isEqualTo(412);
        assertThat(got.body()).isEqualTo("{\"code\":\"version-conflict\"}");
        assertThat(got.header("ETag")).isEqualTo("\"4\"");
        assertThat(got.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(got.response().headers().allValues("Correlation-Id")).containsExactly("mine-7");
        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_command_that_is_too_large_is_not_passed_on() {
        Got got = SERVICE.send("POST", "/api/v1/commands/register-person", Map.of(), "x".repeat(1024 * 1024 + 1));

        assertThat(got.status()).isEqualTo(413);
        assertThat(got.json().path("code").asString()).isEqualTo("too-large");
    }

    @Test
    void a_file_of_nine_megabytes_goes_through_and_its_answer_comes_back() {
        var queue = new LinkedBlockingQueue<Received>();
        answering("/api/v1/imports", queue, 202, "{\"state\":\"waiting\"}");
        String file = "person,course\n" + "Ünit,x\n".repeat(9 * 1024 * 1024 / 8);

        Got got = SERVICE.send(
                "POST",
                "/api/v1/imports/register-person?dryRun=true",
                Map.of("Authorization", "Bearer whatever", "Content-Type", "text/csv;charset=utf-8"),
                file);

        Received received = queue.remove();
        assertThat(received.target()).isEqualTo("/api/v1/imports/register-person?dryRun=true");
        assertThat(received.body()).isEqualTo(file);
        assertThat(received.headers())
                .containsEntry("Content-Type", "text/csv;charset=utf-8")
                .containsEntry("Authorization", "Bearer whatever");
        assertThat(got.status()).isEqualTo(202);
        assertThat(got.header("Location")).isEqualTo("/somewhere");
        assertThat(got.body()).isEqualTo("{\"state\":\"waiting\"}");
    }

    @Test
    void a_file_that_is_too_large_is_not_passed_on_whether_it_says_its_length_or_not() throws Exception {
        answering("/api/v1/imports", new LinkedBlockingQueue<>(), 202, "{}");
        byte[] file = new byte[10 * 1024 * 1024 + 1];
        for (var body : List.of(
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(file)))) {
            var got = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(SERVICE.address().resolve("/api/v1/imports/register-person"))
                                    .POST(body)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(got.statusCode()).isEqualTo(413);
            assertThat(got.body()).contains("\"code\":\"too-large\"");
        }
    }

    @Test
    void where_nobody_answers_nothing_was_stored_and_it_says_so() {
        var away = new PassThrough("http://127.0.0.1:1/");
        var request =
                new org.springframework.mock.web.MockHttpServletRequest("POST", "/api/v1/commands/establish-unit");

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                org.sevenfold.platform.problem.Refusal.class, () -> away.pass(request))
                        .code())
                .isEqualTo(org.sevenfold.platform.problem.Code.UNAVAILABLE);
    }

    private static void answering(LinkedBlockingQueue<Received> queue, int status, String body) {
        answering("/api/v1/commands", queue, status, body);
    }

    private static void answering(String path, LinkedBlockingQueue<Received> queue, int status, String body) {
        HttpContext before = CONTEXTS.remove(path);
        if (before != null) {
            SERVICE.commandService.removeContext(before);
        }
        HttpContext context = SERVICE.commandService.createContext(path, exchange -> {
            var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            queue.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("ETag", "\"4\"");
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            exchange.getResponseHeaders().set("Location", "/somewhere");
            exchange.getResponseHeaders().set("Correlation-Id", headers.getOrDefault("Correlation-Id", ""));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        CONTEXTS.put(path, context);
    }
}
