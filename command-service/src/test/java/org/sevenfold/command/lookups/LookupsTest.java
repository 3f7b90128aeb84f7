package org.sevenfold.command.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.skills.Skills.COURSE_BEGINS;
import static org.sevenfold.command.skills.Skills.RISK;
import static org.sevenfold.command.skills.Skills.RSK_01;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.ADA_IN_104;
import static org.sevenfold.command.staff.Staff.ADA_REGISTERED;
import static org.sevenfold.command.staff.Staff.BEN;
import static org.sevenfold.command.staff.Staff.POST_104;
import static org.sevenfold.command.staff.Staff.POST_105;
import static org.sevenfold.command.staff.Staff.POST_BEGINS;
import static org.sevenfold.command.staff.Staff.P_0104;
import static org.sevenfold.command.staff.Staff.P_0105;
import static org.sevenfold.command.staff.Staff.appointed;
import static org.sevenfold.command.structure.Structure.CHILD_IN_NEED_4;
import static org.sevenfold.command.structure.Structure.CIN_04;
import static org.sevenfold.command.structure.Structure.GROUP_A;
import static org.sevenfold.command.structure.Structure.GRP_A;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.lookups.Appointments.Appointment;
import org.sevenfold.command.lookups.Appointments.Held;
import org.sevenfold.command.lookups.Courses.CourseFacts;
import org.sevenfold.command.lookups.People.PersonFacts;
import org.sevenfold.command.lookups.Posts.PostFacts;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.journal.Lookup;
import org.sevenfold.platform.log.EventCodec;

class LookupsTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final EventId FIRST = EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f");

    private static final List<DomainEvent> ONE_OF_EACH = List.of(
            CHILD_IN_NEED_4,
            ADA_REGISTERED,
            POST_104,
            ADA_IN_104,
            RISK,
            new TrainingCompletionRecorded(ADA, RSK_01, JUNE, true, null),
            new TrainingCompletionCorrected(FIRST, ADA, RSK_01, JUNE, true, null),
            new TrainingCompletionVoided(FIRST, ADA, RSK_01));

    @Test
    void the_tests_know_every_lookup() {
        var lookups = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sevenfold.command.lookups");
        assertThat(KnownEvents.ALL)
                .extracting(lookup -> lookup.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(lookups.stream()
                        .filter(type -> type.isAssignableTo(Lookup.class))
                        .map(JavaClass::getName)
                        .toList());
        assertThat(KnownEvents.ALL).extracting(Lookup::name).doesNotHaveDuplicates();
    }

    @Test
    void there_is_one_of_each_event_here() {
        assertThat(ONE_OF_EACH)
                .<Class<?>>extracting(DomainEvent::getClass)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.STREAMS.stream()
                        .flatMap(stream -> stream.events().values().stream())
                        .<Class<?>>map(event -> event.payload())
                        .toList());
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(
                        Units.LOOKUP,
                        Map.of(
                                CHILD_IN_NEED_4,
                                List.of(CIN_04.toString(), "reference:cin-04", "name:child in need 4"))),
                Arguments.of(People.LOOKUP, Map.of(ADA_REGISTERED, List.of(ADA.toString()))),
                Arguments.of(Posts.LOOKUP, Map.of(POST_104, List.of(P_0104.toString(), "reference:p-0104"))),
                Arguments.of(Appointments.LOOKUP, Map.of(ADA_IN_104, List.of(ADA.toString()))),
                Arguments.of(Courses.LOOKUP, Map.of(RISK, List.of(RSK_01.toString(), "code:rsk-01"))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_is_keyed_as_promised_and_takes_no_other_event(Lookup<?> lookup, Map<DomainEvent, List<String>> expected) {
        for (DomainEvent event : ONE_OF_EACH) {
            assertThat(lookup.keys(event))
                    .as("%s of %s", lookup.name(), event)
                    .isEqualTo(expected.getOrDefault(event, List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void an_event_that_does_not_belong_there_is_an_error(Lookup<?> lookup, Map<DomainEvent, List<String>> expected) {
        for (DomainEvent event : ONE_OF_EACH) {
            if (!expected.containsKey(event)) {
                assertThatThrownBy(() -> lookup.evolve(null, "key", FIRST, event))
                        .as("%s of %s", lookup.name(), event)
                        .isInstanceOfAny(IllegalStateException.class, ClassCastException.class);
            }
        }
    }

    @Nested
    class what_is_looked_up_is_what_happened {

        private final KnownEvents known =
                KnownEvents.of(GROUP_A, CHILD_IN_NEED_4, ADA_REGISTERED, POST_104, ADA_IN_104, RISK);

        @Test
        void a_unit_by_id_reference_and_name_however_they_are_written() {
            var unit = new UnitFacts(CIN_04, "CIN-04", "Child in Need 4", UnitKind.UNIT, GRP_A, POST_BEGINS);
            assertThat(Units.byId(known, CIN_04)).contains(unit);
            assertThat(Units.byReference(known, " cin-04 ")).contains(unit);
            assertThat(Units.byName(known, "CHILD IN NEED 4")).contains(unit);
            assertThat(Units.byName(known, "CIN-04"))
                    .as("a reference is no name")
                    .isEmpty();
        }

        @Test
        void a_post_by_id_and_number() {
            var post = new PostFacts(P_0104, "P-0104", PostRole.SOCIAL_WORKER, Fte.of("1"), CIN_04, POST_BEGINS);
            assertThat(Posts.byId(known, P_0104)).contains(post);
            assertThat(Posts.byReference(known, "p-0104")).contains(post);
            assertThat(Posts.byId(known, P_0105)).isEmpty();
        }

        @Test
        void a_person_by_id() {
            assertThat(People.byId(known, ADA)).contains(new PersonFacts(ADA, ADA_REGISTERED.effectiveOn()));
            assertThat(People.byId(known, BEN)).isEmpty();
        }

        @Test
        void a_course_by_id_and_code() {
            var course = new CourseFacts(RSK_01, "RSK-01", "Managing risk", COURSE_BEGINS);
            assertThat(Courses.byId(known, RSK_01)).contains(course);
            assertThat(Courses.byCode(known, "rsk-01")).contains(course);
        }

        @Test
        void appointments_in_the_order_in_which_they_were_made() {
            var term = appointed(P_0105, ADA, "0.5", JUNE, JUNE.plusDays(1));
            EventId id = known.add(term);
            assertThat(Appointments.of(known, ADA).appointments())
                    .extracting(Appointment::postId)
                    .containsExactly(P_0104, P_0105);
            assertThat(Appointments.of(known, ADA).appointments().getLast())
                    .isEqualTo(new Appointment(id, P_0105, Fte.of("0.5"), JUNE, JUNE.plusDays(1)));
            assertThat(Appointments.of(known, BEN).appointments()).isEmpty();
        }

        @Test
        void somebody_is_in_post_from_the_first_day_to_the_last() {
            var known = KnownEvents.of(appointed(P_0104, ADA, "1", JUNE, JUNE.plusDays(2)));
            Held held = Appointments.of(known, ADA);
            assertThat(held.inPostOn(JUNE.minusDays(1))).isFalse();
            assertThat(held.inPostOn(JUNE)).isTrue();
            assertThat(held.inPostOn(JUNE.plusDays(2))).isTrue();
            assertThat(held.inPostOn(JUNE.plusDays(3))).isFalse();
        }

        @Test
        void somebodys_units_are_those_of_the_posts_held_on_the_day_each_once() {
            known.add(new PostCreated(P_0105, "P-0105", PostRole.GROUP_MANAGER, Fte.of("1"), GRP_A, POST_BEGINS, null));
            known.add(appointed(P_0105, ADA, "0.1", JUNE));
            assertThat(Appointments.unitsOf(known, ADA, JUNE.minusDays(1))).containsExactly(CIN_04);
            assertThat(Appointments.unitsOf(known, ADA, JUNE)).containsExactly(CIN_04, GRP_A);
            assertThat(Appointments.unitsOf(known, ADA, POST_BEGINS.minusDays(1)))
                    .isEmpty();
            assertThat(Appointments.unitsOf(known, BEN, JUNE)).isEmpty();
        }

        @Test
        void somebody_in_two_posts_of_a_unit_is_in_one_unit() {
            known.add(POST_105);
            known.add(appointed(P_0105, ADA, "0.1", JUNE));
            assertThat(Appointments.unitsOf(known, ADA, JUNE)).containsExactly(CIN_04);
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new UnitFacts(CIN_04, "CIN-04", "Child “4” & Co", UnitKind.UNIT, GRP_A, JUNE), """
                    {"unitId":"01936c6e-1000-7000-8000-000000000004","reference":"CIN-04","name":"Child “4” & Co",\
                    "kind":"UNIT","groupId":"01936c6e-1000-7000-8000-00000000000a","from":"2026-06-01"}\
                    """),
                Arguments.of(new UnitFacts(GRP_A, "GRP-A", "Group A", UnitKind.GROUP, null, JUNE), """
                    {"unitId":"01936c6e-1000-7000-8000-00000000000a","reference":"GRP-A","name":"Group A",\
                    "kind":"GROUP","from":"2026-06-01"}\
                    """),
                Arguments.of(new PersonFacts(ADA, JUNE), """
                    {"personId":"01936c6e-2000-7000-8000-000000000001","from":"2026-06-01"}\
                    """),
                Arguments.of(new PostFacts(P_0104, "P-0104", PostRole.CLINICIAN, Fte.of("0.80"), CIN_04, JUNE), """
                    {"postId":"01936c6e-3000-7000-8000-000000000104","reference":"P-0104","role":"CLINICIAN",\
                    "fte":0.8,"unitId":"01936c6e-1000-7000-8000-000000000004","from":"2026-06-01"}\
                    """),
                Arguments.of(new Held(List.of()), "[]"),
                Arguments.of(
                        new Held(List.of(
                                new Appointment(FIRST, P_0104, Fte.of("1.0"), JUNE, null),
                                new Appointment(FIRST, P_0105, Fte.of("0.05"), JUNE, JUNE.plusDays(29)))),
                        """
                        [{"eventId":"01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f",\
                        "postId":"01936c6e-3000-7000-8000-000000000104","fte":1,"from":"2026-06-01"},\
                        {"eventId":"01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f",\
                        "postId":"01936c6e-3000-7000-8000-000000000105","fte":0.05,"from":"2026-06-01",\
                        "lastDay":"2026-06-30"}]\
                        """),
                Arguments.of(new CourseFacts(RSK_01, "RSK-01", "Managing risk", JUNE), """
                    {"courseId":"01936c6e-4000-7000-8000-000000000001","code":"RSK-01","title":"Managing risk",\
                    "from":"2026-06-01"}\
                    """));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_stored_plainly_and_comes_back_the_same(Object value, String json) {
        assertThat(EventCodec.JSON.writeValueAsString(value)).isEqualTo(json);
        assertThat((Object) EventCodec.JSON.readValue(json, value.getClass())).isEqualTo(value);
    }

    @Test
    void every_kind_of_value_is_tried() {
        assertThat(values().<Class<?>>map(arguments -> arguments.get()[0].getClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        KnownEvents.ALL.stream().<Class<?>>map(Lookup::type).toList());
    }

    @Test
    void a_key_is_the_same_whatever_the_place_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(Key.named("reference", " CIN-04\t")).isEqualTo("reference:cin-04");
        } finally {
            Locale.setDefault(before);
        }
    }
}
