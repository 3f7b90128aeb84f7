package org.sevenfold.query.audit;

import static org.sevenfold.query.testing.LeaMarsh.START;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.testing.ChangeWork;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;

/**
 * A log of 22 events that an auditor finds something in, in a database of its own, which tests of the audit share.
 * Recording times are those of summer 2026, all on working days unless said otherwise.
 */
public final class AuditedBorough {

    public static final Path ANCHOR = temporaryFolder();
    public static final Service SERVICE = new Service(
            Map.of("SEVENFOLD_CHECKPOINT_ANCHOR", ANCHOR.toString(), "SEVENFOLD_SYSTEM_SECRET", "of the tests"));
    public static final WriteSideForTests WRITE_SIDE = new WriteSideForTests(SERVICE.commandService);
    public static final String ADA = LeaMarsh.id("ada").toString();
    public static final String BEN = LeaMarsh.id("ben").toString();

    public static final EventId GRANT;
    public static final EventId COMPLETION;
    public static final EventId CORRECTION;

    static {
        append(LeaMarsh.unit("CIN-01", "GRP"), "2026-06-01T09:00:00Z", ADA); // 1
        append(LeaMarsh.course("RSK-01", 12), "2026-06-01T09:01:00Z", ADA); // 2
        append(LeaMarsh.person("ada"), "2026-06-01T09:02:00Z", ADA); // 3
        append(LeaMarsh.person("ben"), "2026-06-01T09:03:00Z", ADA); // 4
        append(LeaMarsh.post("P-0101", PostRole.SOCIAL_WORKER, "CIN-01"), "2026-06-01T09:04:00Z", ADA); // 5
        append(LeaMarsh.appointed("ben", "P-0101", START, null), "2026-06-01T09:05:00Z", ADA); // 6
        COMPLETION = append(
                LeaMarsh.completed("ben", "RSK-01", LocalDate.of(2026, 6, 1), false), "2026-06-02T10:00:00Z", ADA); // 7
        CORRECTION = append(
                LeaMarsh.corrected(COMPLETION, "ben", "RSK-01", LocalDate.of(2026, 6, 1), true),
                "2026-06-06T10:00:00Z", // a Saturday
                BEN,
                "reason",
                "The register says passed."); // 8
        append(
                new GroupManagerAssigned(
                        new UnitId(LeaMarsh.id("CIN-01")),
                        null,
                        new PersonId(LeaMarsh.id("ada")),
                        LocalDate.of(2026, 6, 8),
                        null,
                        new Overridden(List.of("span-exceeded"), "For a month.", "Another manager helps.")),
                "2026-06-08T10:00:00Z",
                ADA); // 9
        append(
                LeaMarsh.completed("ada", "RSK-01", LocalDate.of(2026, 1, 5), true),
                "2026-06-09T10:00:00Z",
                ADA,
                "channel",
                "sample"); // 10
        EventId wrong = append(
                LeaMarsh.completed("ada", "RSK-01", LocalDate.of(2026, 6, 9), true), "2026-06-10T09:00:00Z", BEN); // 11
        append(
                LeaMarsh.voided(wrong, "ada", "RSK-01"),
                "2026-06-10T18:30:00Z", // 19:30 in London
                BEN,
                "reason",
                "Recorded for the wrong person."); // 12
        append(
                new ProgrammeStarted(
                        new ProgrammeId(LeaMarsh.id("lea-marsh")),
                        "lea-marsh",
                        "Reclaiming practice in Lea Marsh",
                        LocalDate.of(2026, 6, 11),
                        LocalDate.of(2027, 6, 10)),
                "2026-06-11T09:00:00Z",
                BEN); // 13
        append(
                new PeriodLocked(new ProgrammeId(LeaMarsh.id("lea-marsh")), YearMonth.of(2026, 6)),
                "2026-07-01T09:00:00Z",
                BEN); // 14
        append(LeaMarsh.completed("ada", "RSK-01", LocalDate.of(2026, 6, 30), true), "2026-07-01T10:00:00Z", BEN); // 15
        GRANT = append(
                new RoleGranted(person(BEN), Role.PROGRAMME_MANAGER, LocalDate.of(2026, 7, 2), null),
                "2026-07-02T09:00:00Z",
                ADA); // 16
        append(
                new RoleGranted(person(ADA), Role.READER, LocalDate.of(2026, 7, 2), LocalDate.of(2026, 12, 31)),
                "2026-07-02T10:00:00Z",
                ADA); // 17
        append(
                ChangeWork.registered("LM-001", Dimension.SKILLS, "ada", LocalDate.of(2026, 7, 3), "CIN-01"),
                "2026-07-03T09:00:00Z",
                BEN); // 18
        append(
                ChangeWork.added("LM-001/1", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 7, 3)),
                "2026-07-03T09:01:00Z",
                BEN); // 19
        append(
                new MilestoneCompleted(
                        ChangeWork.initiative("LM-001"),
                        ChangeWork.milestone("LM-001/1"),
                        LocalDate.of(2026, 7, 3),
                        null,
                        new Overridden(
                                List.of("predecessor-incomplete", "freeze-window"),
                                "The room was free today only.",
                                "The course before it is held on Monday.")),
                "2026-07-03T10:00:00Z",
                BEN,
                "onBehalfOf",
                ADA); // 20
        append(
                ChangeWork.approved("LM-001", LocalDate.of(2026, 7, 5)),
                "2026-07-05T10:00:00Z", // a Sunday
                BEN,
                "onBehalfOf",
                BEN); // 21
        append(
                new RoleRevoked(person(BEN), Role.PROGRAMME_MANAGER, GRANT, LocalDate.of(2026, 7, 31)),
                "2026-08-01T09:00:00Z", // a Saturday
                ADA); // 22
        SERVICE.superuser()
                .update(
                        "INSERT INTO erasable.person VALUES (?, 'Ada Obi', 'ada@x', 'S-ada', NULL)",
                        LeaMarsh.id("ada"));
    }

    /** The position of its last event; behind it there are only the grants of roles to those who ask. */
    public static final long END = SERVICE.log.end();

    static {
        for (Role role : Role.values()) {
            SERVICE.token(SERVICE.somebody(role), role);
        }
    }

    /** How many events there are, the grants included. */
    public static final long SIZE = SERVICE.log.end();

    private AuditedBorough() {}

    private static PersonId person(String id) {
        return new PersonId(UUID.fromString(id));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("anchor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventId append(DomainEvent event, String at, String actor, String... more) {
        var metadata = new TreeMap<String, String>(Map.of(
                "actorId",
                actor,
                "roles",
                "learning-and-development",
                "channel",
                "api",
                "commandName",
                "some-command"));
        for (int i = 0; i < more.length; i += 2) {
            metadata.put(more[i], more[i + 1]);
        }
        UUID command = UUID.nameUUIDFromBytes(at.getBytes(StandardCharsets.UTF_8));
        metadata.put("commandId", command.toString());
        EventId id = SERVICE.log.append(event, Instant.parse(at), metadata);
        // The clock of whoever received the course was seven minutes slow.
        Instant received = at.equals("2026-06-01T09:01:00Z") ? Instant.parse(at).minusSeconds(420) : Instant.parse(at);
        attempt(command, received, actor, "accepted", null, SERVICE.log.end());
        return id;
    }

    /** Keeps an attempt in the command log. */
    static void attempt(
            UUID command,
            Instant received,
            String actor,
            String outcome,
            @Nullable String refusal,
            @Nullable Long position) {
        SERVICE.superuser()
                .update(
                        "INSERT INTO log.command_log (command_id, command_name, received_at, actor, roles, channel,"
                                + " correlation_id, request_hash, outcome, refusal, pointers, position, events)"
                                + " VALUES (?, 'some-command', ?, ?, 'staff', 'api', 'c', 'h', ?, ?, ?, ?, 1)",
                        command,
                        received.atOffset(ZoneOffset.UTC),
                        actor,
                        outcome,
                        refusal,
                        refusal == null ? null : "/completedOn",
                        position);
    }

    /** Asks as an auditor, of this log as it was written here. */
    static Got ask(String path) {
        return SERVICE.get(path + (path.contains("?") ? "&" : "?") + "knownAt=@" + END, Role.AUDITOR);
    }
}
