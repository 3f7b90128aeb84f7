package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;
import org.sevenfold.platform.time.London;
import tools.jackson.databind.JsonNode;

/** People in post and a course, with references of their own; all of it imported, as somebody who begins would do. */
final class Borough {

    private static final AtomicInteger BOROUGHS = new AtomicInteger();

    final CommandServiceForTests service;
    final int number;
    final LocalDate today = London.day(java.time.Instant.now());
    final LocalDate begin = today.minusDays(300);
    final String manager;
    final String hr;
    final String learning;
    final String unit;
    final String course;

    Borough(CommandServiceForTests service) {
        this(service, BOROUGHS.incrementAndGet());
    }

    /** The borough that was set up under this number, perhaps through another instance. */
    Borough(CommandServiceForTests service, int number) {
        this.service = service;
        manager = token(Role.PROGRAMME_MANAGER);
        hr = token(Role.HUMAN_RESOURCES);
        learning = token(Role.LEARNING_AND_DEVELOPMENT);
        this.number = number;
        this.unit = "B%d-U1".formatted(number);
        this.course = "B%d-RSK".formatted(number);
    }

    String token(Role... roles) {
        return service.token(UuidCreator.getTimeOrderedEpoch(), roles);
    }

    /** Puts so many people in post since the beginning; their numbers count from 1. */
    Borough with(int people) {
        allIn("establish-unit", manager, """
            Reference,Name,Kind,Service area,Group,From
            B%1$d-GRP,Group %1$d,group,Child in Need,,%2$s
            B%1$d-U1,Unit %1$d,unit,Child in Need,B%1$d-GRP,%2$s
            """.formatted(number, begin), 2);
        allIn("define-course", learning, """
            code,title,mode,hours,validity.months,validity.rule,from
            %s,Risk %d,classroom,6,12,from completion,%s
            """.formatted(course, number, begin), 1);
        allIn(
                "register-person",
                hr,
                "staffNumber;name;workEmail;from\n"
                        + rows(
                                people,
                                n -> "%s;Invented %s;b%d-%d@leamarsh.example;%s"
                                        .formatted(person(n), letters(n), number, n, begin)),
                people);
        allIn(
                "create-post",
                hr,
                "reference\trole\tfte\tunit\tfrom\n"
                        + rows(people, n -> "B%d-P%d\tsocial worker\t1.0\t%s\t%s".formatted(number, n, unit, begin)),
                people);
        allIn(
                "appoint-to-post",
                hr,
                "post,person,fte,from,via\n"
                        + rows(people, n -> "B%d-P%d,%s,1,%s,Selected".formatted(number, n, person(n), begin)),
                people);
        return this;
    }

    String person(int n) {
        return "B%d-S%d".formatted(number, n);
    }

    private String letters(int n) {
        return (number + "-" + n)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c == '-' ? 'z' : c - '0' + 'a')))
                .collect(Collectors.joining());
    }

    static String rows(int many, java.util.function.IntFunction<String> row) {
        return IntStream.rangeClosed(1, many).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    Answer send(String path, String token, String type, byte[] body) {
        return service.send(HttpRequest.newBuilder(URI.create(service.url("/api/v1/imports/" + path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer sendCsv(String path, String token, String csv) {
        return send(path, token, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports a file and waits for its end. */
    JsonNode done(String path, String token, String csv) {
        return done(sendCsv(path, token, csv), token);
    }

    JsonNode done(Answer sent, String token) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String self = sent.response().headers().firstValue("Location").orElseThrow();
        JsonNode job = sent.json();
        while (!job.path("state").stringValue("").equals("done")) {
            sleep();
            job = service.get(self, token).json();
        }
        return job;
    }

    void allIn(String command, String token, String csv, int rows) {
        JsonNode job = done(command, token, csv);
        assertThat(job.path("accepted").intValue())
                .as(job + "\n" + (job.path("refused").intValue() == 0 ? "" : refusedFile(job, token)))
                .isEqualTo(rows);
    }

    String refusedFile(JsonNode job, String token) {
        return service.get(job.at("/links/refused").stringValue(), token).body();
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
