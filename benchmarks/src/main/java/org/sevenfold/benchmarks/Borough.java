package org.sevenfold.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.signin.Caller;

/**
 * A council to measure in: somebody who may record everything, courses, and people in post, each with a training record.
 *
 * @param actor who records
 * @param begin the first day on which anything can be recorded
 */
record Borough(UUID actor, LocalDate begin, List<CourseId> courses, List<PersonId> people) {

    static final int PEOPLE = 512;
    static final int DAYS = 300;
    private static final int COURSES = 40;

    /** Sets it up through the front door. */
    static Borough at(CommandDesk desk, LocalDate today) {
        UUID owner = UuidCreator.getTimeOrderedEpoch();
        UUID actor = UuidCreator.getTimeOrderedEpoch();
        LocalDate begin = today.minusDays(DAYS);
        new Front(desk, UuidCreator.getTimeOrderedEpoch())
                .send(List.of(Role.OPERATOR), "grant-role", grant(owner, Role.SENIOR_RESPONSIBLE_OWNER, today));
        var front = new Front(desk, owner);
        front.send("start-programme", """
            {"reference": "lea-marsh", "title": "Reclaiming practice", "startOn": "%s"}\
            """.formatted(begin));
        for (Role role : List.of(Role.PROGRAMME_MANAGER, Role.HUMAN_RESOURCES, Role.LEARNING_AND_DEVELOPMENT)) {
            front.send("grant-role", grant(actor, role, today));
        }
        var work = new Front(desk, actor);
        work.send("establish-unit", """
            {"reference": "CIN-01", "name": "Unit one", "kind": "UNIT", "serviceArea": "Child in Need", "from": "%s"}\
            """.formatted(begin));
        var courses = new ArrayList<CourseId>();
        for (int i = 0; i < COURSES; i++) {
            courses.add(new CourseId(UuidCreator.getTimeOrderedEpoch()));
            work.send("define-course", """
                {"course": "%s", "code": "RSK-%d", "title": "Risk", "mode": "ONLINE", "hours": 1, "from": "%s"}\
                """.formatted(courses.getLast(), i, begin));
        }
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(inPost(work, i, begin));
        }
        return new Borough(actor, begin, List.copyOf(courses), List.copyOf(people));
    }

    private static PersonId inPost(Front work, int number, LocalDate begin) {
        var person = new PersonId(UuidCreator.getTimeOrderedEpoch());
        String name = "Invented " + (char) ('A' + number / 26) + "ob" + (char) ('a' + number % 26) + "son";
        work.send("register-person", """
            {"person": "%s", "staffNumber": "S-%d", "name": "%s", "workEmail": "s-%d@leamarsh.example", "from": "%s"}\
            """.formatted(person, number, name, number, begin));
        work.send("create-post", """
            {"reference": "P-%d", "role": "SOCIAL_WORKER", "fte": 1, "unit": "CIN-01", "from": "%s"}\
            """.formatted(number, begin));
        work.send("appoint-to-post", """
            {"post": "P-%d", "person": "%s", "fte": 1, "from": "%s", "via": "SELECTED"}\
            """.formatted(number, person, begin));
        return person;
    }

    private static String grant(UUID person, Role role, LocalDate from) {
        return """
            {"person": "%s", "role": "%s", "from": "%s"}\
            """.formatted(person, role.name(), from);
    }

    /** Where commands of one person are handed in. */
    private record Front(CommandDesk desk, UUID person) {

        void send(String command, String body) {
            send(List.of(), command, body);
        }

        void send(List<Role> roles, String command, String body) {
            desk.take(new CommandDesk.Incoming(
                    command,
                    body.getBytes(StandardCharsets.UTF_8),
                    new Caller(person, roles),
                    "api",
                    null,
                    null,
                    false,
                    "benchmark"));
        }
    }
}
