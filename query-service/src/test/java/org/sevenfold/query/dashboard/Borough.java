package org.sevenfold.query.dashboard;

import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.completed;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.unit;
import static org.sevenfold.query.testing.LeaMarsh.voided;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.TestLog;

/** A group with three units, one of them empty, an old team in no group, and completions that count and that do not. */
final class Borough {

    private Borough() {}

    /** Writes it into a service's empty log; the position of its last event. */
    static long into(Service service) {
        TestLog log = service.log;
        log.append(LeaMarsh.STARTED);
        log.append(unit("GRP-1", null));
        log.append(unit("CIN-01", "GRP-1"));
        log.append(unit("CIN-02", "GRP-1"));
        log.append(unit("CIN-04", "GRP-1"));
        log.append(unit("TEAM-9", "OTHER"));
        log.append(course("RSK-01", 12));
        log.append(course("SYS-01", null));
        for (String name : List.of("ada", "ben", "cho")) {
            log.append(person(name));
            service.superuser()
                    .update(
                            "INSERT INTO erasable.person VALUES (?, ?, ?, ?, NULL)",
                            id(name),
                            "Name of " + name,
                            name + "@leamarsh.example",
                            "S-" + name);
        }
        log.append(post("P-0101", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01"));
        log.append(post("P-0102", PostRole.SOCIAL_WORKER, "CIN-01"));
        log.append(post("P-0201", PostRole.SOCIAL_WORKER, "CIN-02"));
        log.append(appointed("ada", "P-0101", START, null));
        log.append(appointed("ben", "P-0102", START, null));
        log.append(appointed("cho", "P-0201", START, null));
        log.append(appointed("ada", "P-0201", START, null));
        log.append(completed("ada", "RSK-01", LocalDate.of(2026, 3, 1), true));
        log.append(completed("ada", "RSK-01", LocalDate.of(2026, 9, 1), true));
        log.append(completed("ben", "RSK-01", LocalDate.of(2026, 9, 1), true));
        EventId never = log.append(completed("cho", "RSK-01", LocalDate.of(2026, 9, 3), true));
        log.append(voided(never, "cho", "RSK-01"));
        log.append(completed("cho", "SYS-01", LocalDate.of(2026, 10, 2), true));
        return log.end();
    }
}
