package org.sevenfold.query.testing;

import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.completed;
import static org.sevenfold.query.testing.LeaMarsh.corrected;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.unit;
import static org.sevenfold.query.testing.LeaMarsh.voided;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PostRole;

/**
 * One group with three units, one old team, five people, two courses, and completions of every fate.
 *
 * @param end the position of its last event
 */
public record SmallBorough(EventId firstCompletion, long end) {

    private static @Nullable SmallBorough shared;

    /** The borough in the shared service's log; written once. */
    public static synchronized SmallBorough in(Service service) {
        if (shared == null) {
            shared = write(service);
        }
        return shared;
    }

    private static SmallBorough write(Service service) {
        TestLog log = service.log;
        log.append(LeaMarsh.STARTED);
        log.append(unit("GRP-1", null));
        log.append(unit("CIN-01", "GRP-1"));
        log.append(unit("CIN-02", "GRP-1"));
        log.append(unit("CIN-03", "GRP-1", LocalDate.of(2026, 12, 1)));
        log.append(unit("CIN-04", "GRP-1"));
        log.append(unit("TEAM-9", "OTHER"));
        log.append(course("RSK-01", 12));
        log.append(course("SYS-01", null));
        for (String name : new String[] {"ada", "ben", "cho", "gita", "ned"}) {
            log.append(person(name));
            service.superuser()
                    .update(
                            "INSERT INTO erasable.person VALUES (?, ?, ?, ?, NULL)",
                            id(name),
                            "Name of " + name,
                            name + "@leamarsh.example",
                            "S-" + name);
        }
        log.append(post("P-0100", PostRole.GROUP_MANAGER, "GRP-1"));
        log.append(post("P-0101", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01"));
        log.append(post("P-0102", PostRole.SOCIAL_WORKER, "CIN-01"));
        log.append(post("P-0201", PostRole.SOCIAL_WORKER, "CIN-02"));
        log.append(post("P-0901", PostRole.SOCIAL_WORKER, "TEAM-9"));
        log.append(appointed("gita", "P-0100", START, null));
        log.append(appointed("ada", "P-0101", START, null));
        log.append(appointed("ben", "P-0102", START, LocalDate.of(2026, 10, 1)));
        log.append(appointed("cho", "P-0201", START, null));
        log.append(appointed("ada", "P-0201", START, null));
        log.append(appointed("ned", "P-0901", START, null));
        EventId first = log.append(completed("ada", "RSK-01", LocalDate.of(2026, 3, 1), true));
        log.append(completed("ada", "RSK-01", LocalDate.of(2026, 9, 1), true));
        EventId wrong = log.append(completed("ben", "RSK-01", LocalDate.of(2026, 9, 1), false));
        log.append(corrected(wrong, "ben", "RSK-01", LocalDate.of(2026, 9, 2), true));
        EventId never = log.append(completed("cho", "RSK-01", LocalDate.of(2026, 9, 3), true));
        log.append(voided(never, "cho", "RSK-01"));
        log.append(completed("cho", "SYS-01", LocalDate.of(2026, 10, 2), true));
        return new SmallBorough(first, log.end());
    }
}
