package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.testing.TestIssuer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes in, the answer is a documented problem in sentences, and nothing is stored. */
class JunkIT {

    private static final long SEED = 7L;
    private static final Pattern LEAK = Pattern.compile(
            "Exception|\\bat (java|org|com)\\.|org\\.(springframework|axonframework|postgresql|sevenfold)|SELECT"
                    + " |INSERT |PSQL|tools\\.jackson|\\bnull\\b|\\.java:");
    private static final List<String> CODES =
            java.util.Arrays.stream(Code.values()).map(Code::text).toList();

    private final CommandServiceForTests service = CommandServiceForTests.shared();
    private final World world = new World(service);

    @Test
    void bodies_that_are_no_command() throws Exception {
        long before = events();
        var bodies = new ArrayList<>(List.of(
                "",
                " ",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{",
                "{\"a\":",
                "{}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "\u0000",
                "{\"person\":{}}",
                "{\"person\":[[[]]]}",
                "{\"person\":\"\\u0000\"}",
                "{\"person\":\"\\ud800\"}",
                "<x/>",
                "person=1",
                "\uFEFF{}",
                "{\"person\":\"" + "x".repeat(200_000) + "\"}",
                "{\"\\u202e\":1}",
                "{\"__proto__\":{}}",
                "{\"hours\":1e999999999}",
                "{\"hours\":" + "9".repeat(5000) + "}"));
        bodies.add("[".repeat(5000) + "]".repeat(5000));
        bodies.add("{\"a\":".repeat(1000) + "1" + "}".repeat(1000));
        for (CommandDeclaration command : CommandCatalogue.all()) {
            for (String body : bodies) {
                expectProblem(service.send(command.name(), world.learning, body), command.name() + " " + start(body));
            }
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void every_field_of_every_command_with_values_of_every_wrong_kind() throws Exception {
        String everybody = new World(service)
                .token(EnumSet.complementOf(EnumSet.of(Role.AUDITOR)).toArray(Role[]::new));
        JsonMapper json = JsonMapper.builder().build();
        var random = new SplittableRandom(SEED);
        List<Object> wrong = List.of(
                "",
                " ",
                "\u0000",
                "NaN",
                "2026-02-30",
                "2026-13-01",
                "0000-00-00",
                "+999999999-01-01",
                "yesterday",
                -1,
                0,
                1.5,
                Long.MAX_VALUE,
                "1e400",
                true,
                List.of(),
                Map.of(),
                List.of(List.of()),
                "'; DROP TABLE x; --",
                "${jndi:ldap://x}",
                "#{7*7}",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "\u202Egnp",
                "x".repeat(10_000),
                "00000000-0000-0000-0000-000000000000");
        for (CommandDeclaration command : CommandCatalogue.all()) {
            var example = (ObjectNode) json.readTree(command.example());
            for (String field : List.copyOf(example.propertyNames())) {
                for (Object value : wrong) {
                    ObjectNode body = example.deepCopy();
                    body.set(field, json.valueToTree(value));
                    // An unknown field besides makes sure that nothing of this can be accepted.
                    body.put("unknown" + random.nextInt(1000), "x");
                    Answer answer = service.send(command.name(), everybody, body.toString());
                    expectProblem(answer, command.name() + " " + field + "=" + value);
                    assertThat(answer.code()).isIn("validation", "identifiable-content");
                }
            }
        }
    }

    @Test
    void a_body_of_five_mebibytes_is_too_large() {
        Answer answer =
                service.send("define-course", world.learning, "{\"title\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        expectProblem(answer, "5 MiB");
    }

    @Test
    void text_that_is_not_utf_8() {
        Answer answer = service.send(request("define-course", world.learning)
                .POST(BodyPublishers.ofByteArray("{\"title\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .build());
        assertThat(answer.status()).isEqualTo(400);
        expectProblem(answer, "latin-1");
    }

    @Test
    void headers_paths_parameters_and_methods() {
        String body = "{}";
        for (String[] header : new String[][] {
            {"If-Match", "*"}, {"If-Match", "\"x\""}, {"If-Match", "99999999999999999999"},
            {"Idempotency-Key", "a b"}, {"Idempotency-Key", "x".repeat(101)}, {"Idempotency-Key", "\u00e9"}
        }) {
            expectProblem(service.send("define-course", world.learning, body, header), header[0] + header[1]);
        }
        for (String name : new String[] {
            "make-tea", "DefineCourse", "define-course%00", "..%2f..%2f", "%F0%9F%8D%B5", "a".repeat(3000)
        }) {
            Answer answer = service.send(name, world.learning, body);
            assertThat(answer.status()).as(name).isBetween(400, 499);
        }
        for (String query : new String[] {"?dryRun=maybe", "?dryRun", "?dryRun=true&dryRun=false&x=1", "?x=1"}) {
            expectProblem(service.send("define-course" + query, world.learning, body), query);
        }
        for (String method : new String[] {"PUT", "DELETE", "PATCH", "OPTIONS"}) {
            Answer answer = service.send(request("define-course", world.learning)
                    .method(method, BodyPublishers.ofString(body))
                    .build());
            assertThat(answer.status()).as(method).isIn(200, 405);
        }
        for (String type : new String[] {"text/plain", "application/xml", "nonsense", "multipart/form-data"}) {
            Answer answer =
                    service.send(HttpRequest.newBuilder(URI.create(service.url("/api/v1/commands/define-course")))
                            .header("Authorization", "Bearer " + world.learning)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body))
                            .build());
            assertThat(answer.status()).as(type).isEqualTo(415);
            expectProblem(answer, type);
        }
    }

    @Test
    void requests_that_never_reach_a_command() throws Exception {
        for (String line :
                new String[] {"GET /%zz", "GET /api//v1;x=1/commands/../..", "GET /" + "a".repeat(60_000), "G\u0001T /"
                }) {
            try (var socket = new java.net.Socket(
                    "127.0.0.1", URI.create(service.url("/")).getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write((line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(start(line)).startsWith("HTTP/1.1 4").contains("urn:sevenfold:problem:");
                assertThat(LEAK.matcher(answer).find()).as(answer).isFalse();
            }
        }
    }

    @Test
    void tokens_that_are_none() {
        JWTClaimsSet.Builder good = TestIssuer.claims()
                .claim("person_id", java.util.UUID.randomUUID().toString())
                .claim("roles", List.of("learning-and-development"));
        String token = TestIssuer.sign(good.build());
        var bad = List.of(
                "x",
                "a.b.c",
                token.substring(0, token.lastIndexOf('.') + 1),
                token.substring(0, token.length() - 4) + "AAAA",
                "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".",
                TestIssuer.sign(good.issuer("http://127.0.0.1:1").build()),
                TestIssuer.sign(TestIssuer.claims()
                        .audience("other")
                        .claim("person_id", java.util.UUID.randomUUID().toString())
                        .build()),
                TestIssuer.sign(TestIssuer.claims()
                        .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                        .build()),
                TestIssuer.sign(
                        TestIssuer.claims().claim("person_id", "not-an-id").build()),
                TestIssuer.sign(TestIssuer.claims().build()));
        for (String wrong : bad) {
            Answer answer = service.send("define-course", wrong, "{}");
            assertThat(answer.status()).as(start(wrong)).isEqualTo(401);
            expectProblem(answer, "token");
        }
        Answer none = service.send(HttpRequest.newBuilder(URI.create(service.url("/api/v1/commands/define-course")))
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(none.status()).isEqualTo(401);
    }

    private HttpRequest.Builder request(String command, String token) {
        return HttpRequest.newBuilder(URI.create(service.url("/api/v1/commands/" + command)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static void expectProblem(Answer answer, String what) {
        assertThat(answer.status()).as(what).isBetween(400, 499);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .as(what)
                .hasValue("application/problem+json");
        assertThat(answer.code()).as(what).isIn(CODES);
        assertThat(answer.json().path("title").stringValue("")).as(what).isNotBlank();
        assertThat(answer.json().path("detail").stringValue("")).as(what).isNotBlank();
        assertThat(LEAK.matcher(answer.body()).find())
                .as(what + "\n" + answer.body())
                .isFalse();
    }

    private long events() throws Exception {
        try (Connection connection = service.database.superuser().getConnection();
                var row = connection.createStatement().executeQuery("SELECT size FROM log.tlog_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }
}
