package org.sevenfold.platform.log;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.skills.Validity.ValidityRule;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import tools.jackson.databind.JsonNode;

/**
 * What the log held once, it holds for ever: each golden file is read whole and written the same. The kinds of value that
 * there are (ids, days, decimals, what may be absent) are spelled out for some; the others are made of the same.
 */
class GoldenEventsTest {

    private static final UnitId CIN_04 = UnitId.of("01936c6e-1000-7000-8000-000000000004");
    private static final UnitId GROUP_A = UnitId.of("01936c6e-1000-7000-8000-00000000000a");
    private static final PersonId PERSON = PersonId.of("01936c6e-2000-7000-8000-000000000001");
    private static final PostId P_0104 = PostId.of("01936c6e-3000-7000-8000-000000000104");
    private static final PostId P_0105 = PostId.of("01936c6e-3000-7000-8000-000000000105");
    private static final CourseId RISK = CourseId.of("01936c6e-4000-7000-8000-000000000001");
    private static final CourseId WRITING = CourseId.of("01936c6e-4000-7000-8000-000000000002");
    private static final EventId RECORDING = EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f");
    private static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final Map<String, DomainEvent> EVENTS = Map.ofEntries(
            entry(
                    "structure.unit-established.r1",
                    new UnitEstablished(
                            CIN_04,
                            "CIN-04",
                            "Child in Need 4",
                            UnitKind.UNIT,
                            "Child in Need",
                            GROUP_A,
                            LocalDate.of(2026, 3, 1),
                            new Overridden(
                                    List.of("span-exceeded"),
                                    "Until the ninth group has a manager.",
                                    "The assistant director takes two of the weekly meetings."))),
            entry(
                    "structure.unit-established.r1.minimal",
                    new UnitEstablished(
                            GROUP_A,
                            "GRP-A",
                            "Group A",
                            UnitKind.GROUP,
                            "Child in Need",
                            null,
                            LocalDate.of(2026, 2, 1),
                            null)),
            entry("staff.person-registered.r1", new PersonRegistered(PERSON, LocalDate.of(2026, 2, 2))),
            entry("staff.legal-hold-placed.r1", new LegalHoldPlaced(PERSON, LocalDate.of(2026, 11, 2))),
            entry("staff.legal-hold-released.r1", new LegalHoldReleased(PERSON, LocalDate.of(2027, 1, 31))),
            entry(
                    "staff.person-erasure-requested.r1",
                    new PersonErasureRequested(PERSON, LegalBasis.ERASURE_REQUEST, LocalDate.of(2027, 3, 11))),
            entry(
                    "staff.person-erased.r1",
                    new PersonErased(
                            PERSON,
                            LegalBasis.ERASURE_REQUEST,
                            PersonId.of("01936c6e-2000-7000-8000-000000000002"),
                            LocalDate.of(2027, 3, 12))),
            entry(
                    "staff.post-created.r1",
                    new PostCreated(
                            P_0104,
                            "P-0104",
                            PostRole.SOCIAL_WORKER,
                            Fte.of("0.8"),
                            CIN_04,
                            LocalDate.of(2026, 3, 1),
                            "base budget")),
            entry(
                    "staff.post-created.r1.minimal",
                    new PostCreated(
                            P_0105,
                            "P-0105",
                            PostRole.CONSULTANT_SOCIAL_WORKER,
                            Fte.of("1.0"),
                            CIN_04,
                            LocalDate.of(2026, 3, 1),
                            null)),
            entry(
                    "staff.appointment-made.r1",
                    new AppointmentMade(
                            P_0104,
                            PERSON,
                            Fte.of("0.25"),
                            LocalDate.of(2026, 3, 16),
                            LocalDate.of(2026, 12, 31),
                            AppointedVia.SELECTED,
                            2)),
            entry(
                    "staff.appointment-made.r1.minimal",
                    new AppointmentMade(
                            P_0104,
                            PERSON,
                            Fte.of("0.8"),
                            LocalDate.of(2026, 3, 16),
                            null,
                            AppointedVia.ASSIMILATED,
                            null)),
            entry(
                    "skills.course-defined.r1",
                    new CourseDefined(
                            RISK,
                            "RSK-01",
                            "Managing risk: d’accord & “sure”",
                            CourseMode.BLENDED,
                            new BigDecimal("7.25"),
                            new Validity(24, ValidityRule.FROM_COMPLETION),
                            LocalDate.of(2026, 1, 5))),
            entry(
                    "skills.course-defined.r1.minimal",
                    new CourseDefined(
                            WRITING,
                            "WRT-01",
                            "Concise writing",
                            CourseMode.CLASSROOM,
                            new BigDecimal("10"),
                            null,
                            LocalDate.of(2026, 1, 5))),
            entry(
                    "skills.training-completion-recorded.r1",
                    new TrainingCompletionRecorded(
                            PERSON,
                            RISK,
                            LocalDate.of(2026, 5, 4),
                            true,
                            new Evidence("certificate", "RSK-01 certificate", "L&D shelf 4", SHA_256))),
            entry(
                    "skills.training-completion-recorded.r1.minimal",
                    new TrainingCompletionRecorded(PERSON, RISK, LocalDate.of(2026, 5, 4), false, null)),
            entry(
                    "skills.training-completion-corrected.r1",
                    new TrainingCompletionCorrected(
                            RECORDING,
                            PERSON,
                            RISK,
                            LocalDate.of(2026, 5, 5),
                            true,
                            new Evidence(
                                    "register",
                                    "Register of 5 May",
                                    "https://docs.leamarsh.example/registers/2026-05-05",
                                    SHA_256))),
            entry(
                    "skills.training-completion-corrected.r1.minimal",
                    new TrainingCompletionCorrected(RECORDING, PERSON, RISK, LocalDate.of(2026, 5, 5), true, null)),
            entry("skills.training-completion-voided.r1", new TrainingCompletionVoided(RECORDING, PERSON, RISK)));

    static List<GoldenEvents.Golden> golden() {
        return GoldenEvents.all();
    }

    static Set<String> spelled_out() {
        return EVENTS.keySet();
    }

    @ParameterizedTest
    @MethodSource("spelled_out")
    void what_is_spelled_out_here_is_read_as_what_it_was(String file) {
        GoldenEvents.Golden golden = golden().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
        assertThat(golden.event()).isEqualTo(EVENTS.get(file));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void every_part_of_a_golden_event_arrives_in_the_event(GoldenEvents.Golden golden)
            throws ReflectiveOperationException {
        DomainEvent event = golden.event();
        JsonNode stored = EventCodec.JSON.readTree(golden.payload());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            assertThat(component.getAccessor().invoke(event) != null)
                    .as("%s of %s", component.getName(), golden)
                    .isEqualTo(stored.has(component.getName()));
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void an_event_of_the_current_revision_is_written_as_it_was(GoldenEvents.Golden golden) {
        if (golden.revision() == EventCatalogue.named(golden.name()).revision()) {
            DomainEvent event = EventCodec.decode(golden.name(), golden.revision(), golden.payload());
            assertThat(new String(EventCodec.encode(event), StandardCharsets.UTF_8))
                    .isEqualTo(new String(golden.payload(), StandardCharsets.UTF_8));
        }
    }
}
