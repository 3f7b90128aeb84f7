package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;
import org.sevenfold.platform.time.London;

/** A small council, set up through the API, with references of its own so that tests can share a service. */
final class World {

    private static final AtomicInteger WORLDS = new AtomicInteger();

    final CommandServiceForTests service;
    final int number = WORLDS.incrementAndGet();
    final LocalDate today = London.day(java.time.Instant.now());
    final LocalDate begin = today.minusDays(100);
    final String programmeManager;
    final String hr;
    final String learning;
    final String group = "W%d-GRP".formatted(number);
    final String unit = "W%d-U1".formatted(number);
    final String otherUnit = "W%d-U2".formatted(number);
    final String course = "W%d-RSK".formatted(number);
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private volatile int lastPerson;

    World(CommandServiceForTests service) {
        this.service = service;
        programmeManager = token(Role.PROGRAMME_MANAGER);
        hr = token(Role.HUMAN_RESOURCES);
        learning = token(Role.LEARNING_AND_DEVELOPMENT);
        establish(group, "GROUP", null);
        establish(unit, "UNIT", group);
        establish(otherUnit, "UNIT", null);
        accepted("define-course", learning, """
            {"code": "%s", "title": "Risk management %d", "mode": "CLASSROOM", "hours": 6,
             "validity": {"months": 12, "rule": "FROM_COMPLETION"}, "from": "%s"}\
            """.formatted(course, number, begin));
    }

    String token(Role... roles) {
        return service.token(UuidCreator.getTimeOrderedEpoch(), roles);
    }

    private void establish(String reference, String kind, @Nullable String group) {
        String in = group == null ? "" : "\"group\": \"%s\", ".formatted(group);
        accepted("establish-unit", programmeManager, """
            {"reference": "%s", "name": "Unit %s", "kind": "%s", %s"serviceArea": "Child in Need", "from": "%s"}\
            """.formatted(reference, reference, kind, in, begin));
    }

    /** Registers a person and gives the staff number. */
    String person() {
        return person(UuidCreator.getTimeOrderedEpoch());
    }

    /** The last person's invented name, which is nobody else's. */
    String lastName() {
        return "Invented "
                + Integer.toString(lastPerson, 10)
                        .chars()
                        .mapToObj(d -> String.valueOf((char) (d - '0' + 'a')))
                        .collect(Collectors.joining("", "P", "son"));
    }

    String person(UUID id) {
        lastPerson = PEOPLE.incrementAndGet();
        String staffNumber = "W%d-S%d".formatted(number, lastPerson);
        accepted("register-person", hr, """
            {"person": "%s", "staffNumber": "%s", "name": "%s", "workEmail": "%s@leamarsh.example",
             "from": "%s"}\
            """.formatted(id, staffNumber, lastName(), staffNumber, begin));
        return staffNumber;
    }

    /** Creates a post and gives its number. */
    String post(String unit, String fte) {
        String reference = "W%d-P%d".formatted(number, next.incrementAndGet());
        accepted("create-post", hr, """
            {"reference": "%s", "role": "SOCIAL_WORKER", "fte": %s, "unit": "%s", "from": "%s"}\
            """.formatted(reference, fte, unit, begin));
        return reference;
    }

    Answer appoint(String post, String person, String fte) {
        return service.send("appoint-to-post", hr, """
            {"post": "%s", "person": "%s", "fte": %s, "from": "%s", "via": "SELECTED"}\
            """.formatted(post, person, fte, begin));
    }

    /** A person in post in a unit since the beginning. */
    String inPost(String unit) {
        return inPost(unit, UuidCreator.getTimeOrderedEpoch());
    }

    String inPost(String unit, UUID id) {
        String person = person(id);
        assertThat(appoint(post(unit, "1"), person, "1").status()).isEqualTo(200);
        return person;
    }

    String completion(String person, LocalDate on) {
        return """
            {"person": "%s", "course": "%s", "completedOn": "%s", "passed": true}\
            """.formatted(person, course, on);
    }

    Answer accepted(String command, String token, String body, String... headers) {
        Answer answer = service.send(command, token, body, headers);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
