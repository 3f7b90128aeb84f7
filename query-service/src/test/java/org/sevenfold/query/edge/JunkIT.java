package org.sevenfold.query.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Role;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import org.sevenfold.query.testing.SmallBorough;

/** Junk yields documented problems in sentences, never a stack, a statement or a class. */
class JunkIT {

    private static final Service SERVICE = Service.shared();
    private static final String PROGRAMME = "/api/v1/programmes/lea-marsh";

    static {
        SmallBorough.in(SERVICE);
    }

    private static Got problem(String path) {
        Got got = SERVICE.get(path, Role.AUDITOR, Role.OPERATOR);
        assertThat(got.status()).as(got.body()).isBetween(400, 499);
        assertThat(got.header("Content-Type")).startsWith("application/problem+json");
        assertThat(got.json().path("detail").asString()).isNotBlank().endsWith(".");
        assertThat(got.body()).doesNotContain("Exception", "org.", "SELECT", "PSQL", "\\tat ");
        return got;
    }

    @ParameterizedTest
    @CsvSource({
        "/units?effectiveOn=banana, effectiveOn",
        "/units?effectiveOn=2026-02-30, effectiveOn",
        "/units?knownAt=@-1, knownAt",
        "/units?minPosition=many, minPosition",
        "/units?limit=0, limit",
        "/units?limit=501, limit",
        "/units?cursor=junk, cursor",
        "/units?cursor=MjAyNi0wNS0wMwoxCg&effectiveOn=2026-01-01, cursor",
        "/units?sort=name, sort",
        "/units?effectiveOn=2026-01-01&effectiveOn=2026-01-02, effectiveOn",
        "/units?format=xml, format",
        "/units?effectiveOn=, effectiveOn",
        "/training-compliance?unit=CIN-99, unit",
        "/training-compliance?course=%00, course",
        "/training-compliance?course=a%0Ab, course"
    })
    void a_bad_parameter_is_named(String path, String parameter) {
        Got got = problem(PROGRAMME + path);

        assertThat(got.json().at("/violations/0/pointer").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/programmes/other/units",
                "/api/v1/programmes/lea-marsh/dimensions/luck",
                PROGRAMME + "/units/CIN-99",
                PROGRAMME + "/units/CIN-03?effectiveOn=2026-10-01",
                PROGRAMME + "/units/00000000-0000-0000-0000-000000000000",
                PROGRAMME + "/units/%27%3B%20DROP%20TABLE%20query.units%3B--",
                PROGRAMME + "/units/%00",
                PROGRAMME + "/units/..%2F..%2Fetc",
                "/api/v1/audit/explain",
                "/api/v1/audit/explain?measure=happiness",
                "/api/v1/audit/history/nobody@leamarsh.example",
                "/api/v1/audit/history/training-record-x",
                "/api/v1/audit/events?from=later",
                "/api/v1/audit/events?effectiveFrom=2026-13-01",
                "/api/v1/nothing",
                "/actuator/env"
            })
    void junk_is_answered_in_sentences(String path) {
        problem(path);
    }

    @Test
    void an_id_of_ten_kilobytes_is_answered_in_sentences() {
        problem(PROGRAMME + "/units/" + "x".repeat(10_000));
        problem(PROGRAMME + "/training-compliance?unit=" + "x".repeat(10_000));
    }

    @Test
    void what_the_container_refuses_is_answered_in_sentences_too() throws IOException {
        for (String line :
                List.of("GET /" + "x".repeat(60_000) + " HTTP/1.1", "GET /<> HTTP/1.1", "GET /%zz HTTP/1.1", "JUNK")) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat", "Exception", "<html");
        }
    }

    @Test
    void a_wrong_method_or_format_is_said() {
        Got posted = SERVICE.post(PROGRAMME + "/units", Role.AUDITOR);
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.json().path("code").asString()).isEqualTo("method-not-allowed");
        assertThat(problem(PROGRAMME + "/units/CIN-01?format=csv").status()).isEqualTo(406);
    }

    private static String raw(String request) throws IOException {
        URI address = SERVICE.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
