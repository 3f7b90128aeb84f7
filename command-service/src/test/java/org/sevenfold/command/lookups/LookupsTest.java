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
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.lookups.Appointments.Appointment;
import org.sevenfold.command.lookups.Appointments.Held;
import org.sevenfold.command.lookups.Courses.CourseFacts;
import org.sevenfold.command.lookups.People.PersonFacts;
import org.sevenfold.command.lookups.Posts.PostFacts;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.Days;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.journal.Lookup;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.log.GoldenEvents;
import org.sevenfold.platform.log.GoldenEvents.Golden;

class LookupsTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final EventId FIRST = EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f");

    private static final Path KEPT = Path.of("src/test/resources/lookups.txt");
    private static final String ACCEPT = "lookups.accept";

    @Test
    void every_lookup_is_kept() {
        var lookups = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sevenfold.command.lookups");
        assertThat(Lookups.ALL)
                .extracting(lookup -> lookup.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(lookups.stream()
                        .filter(type -> type.isAssignableTo(Lookup.class))
                        .map(JavaClass::getName)
                        .toList());
        assertThat(Lookups.ALL).extracting(Lookup::name).doesNotHaveDuplicates();
    }

    @Test
    void what_each_keeps_of_every_event_is_what_was_approved() throws IOException {
        String now = Lookups.ALL.stream().map(LookupsTest::story).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(KEPT, now);
        }
        assertThat(Files.readString(KEPT))
                .as(
                        "If this is what rules shall know, accept it with ./mvnw -pl command-service -am test"
                                + " -Dtest=LookupsTest -D%s=true -Dsurefire.failIfNoSpecifiedTests=false",
                        ACCEPT)
                .isEqualTo(now);
    }

    static List<Lookup<?>> all() {
        return Lookups.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_event_that_does_not_belong_there_is_an_error(Lookup<?> lookup) {
        for (Golden golden : GoldenEvents.all()) {
            if (lookup.keys(golden.event()).isEmpty()) {
                assertThatThrownBy(() -> lookup.evolve(null, "key", FIRST, golden.event()))
                        .as("%s of %s", lookup.name(), golden)
                        .isInstanceOfAny(IllegalStateException.class, ClassCastException.class);
            }
        }
    }

    /** Every golden event folded into one lookup: the keys that it changes and what stands under each then. */
    private static <V> String story(Lookup<V> lookup) {
        var values = new TreeMap<String, V>();
        var waiting = new ArrayList<>(GoldenEvents.all());
        var story = new StringBuilder(lookup.name() + "\n");
        // Some events follow only upon others, whatever their names; each waits until it can be taken.
        for (boolean moved = true; moved; ) {
            moved = waiting.removeIf(golden -> tell(lookup, golden, values, story));
        }
        assertThat(waiting).as("events that %s cannot take", lookup.name()).isEmpty();
        return story.toString();
    }

    private static <V> boolean tell(Lookup<V> lookup, Golden golden, Map<String, V> values, StringBuilder story) {
        var after = new TreeMap<String, V>();
        try {
            for (String key : lookup.keys(golden.event())) {
                after.put(key, lookup.evolve(values.get(key), key, FIRST, golden.event()));
            }
        } catch (IllegalStateException notYet) {
            return false;
        }
        after.forEach((key, value) -> {
            String json = EventCodec.JSON.writeValueAsString(value);
            assertThat(EventCodec.JSON.readValue(json, lookup.type())).isEqualTo(value);
            story.append("  %s: %s = %s%n".formatted(golden, key, json).replace(System.lineSeparator(), "\n"));
        });
        values.putAll(after);
        return true;
    }

    @Nested
    class what_is_looked_up_is_what_happened {

        private final KnownEvents known =
                KnownEvents.of(GROUP_A, CHILD_IN_NEED_4, ADA_REGISTERED, POST_104, ADA_IN_104, RISK);

        @Test
        void a_unit_by_id_reference_and_name_however_they_are_written() {
            var unit = new UnitFacts(CIN_04, "CIN-04", "Child in Need 4", UnitKind.UNIT, GRP_A, POST_BEGINS, null);
            assertThat(Units.byId(known, CIN_04)).contains(unit);
            assertThat(Units.byReference(known, " cin-04 ")).contains(unit);
            assertThat(Units.byName(known, "CHILD IN NEED 4")).contains(unit);
            assertThat(Units.byName(known, "CIN-04"))
                    .as("a reference is no name")
                    .isEmpty();
        }

        @Test
        void a_post_by_id_and_number() {
            var post = new PostFacts(P_0104, "P-0104", PostRole.SOCIAL_WORKER, Fte.of("1"), CIN_04, POST_BEGINS, null);
            assertThat(Posts.byId(known, P_0104)).contains(post);
            assertThat(Posts.byReference(known, "p-0104")).contains(post);
            assertThat(Posts.byId(known, P_0105)).isEmpty();
        }

        @Test
        void a_person_by_id() {
            assertThat(People.byId(known, ADA)).contains(new PersonFacts(ADA, ADA_REGISTERED.effectiveOn(), null));
            assertThat(People.byId(known, BEN)).isEmpty();
        }

        @Test
        void a_course_by_id_and_code() {
            var course = new CourseFacts(RSK_01, "RSK-01", "Managing risk", COURSE_BEGINS, null);
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
        void what_ended_is_known_by_its_reference_too() {
            known.add(new UnitClosed(CIN_04, JUNE, null));
            known.add(new PostDisestablished(P_0104, JUNE));
            known.add(new CourseRetired(RSK_01, Days.before(JUNE)));
            assertThat(Units.byReference(known, "cin-04").orElseThrow().lastDay())
                    .isEqualTo(JUNE);
            assertThat(Posts.byReference(known, "p-0104").orElseThrow().lastDay())
                    .isEqualTo(JUNE);
            assertThat(Courses.byCode(known, "rsk-01").orElseThrow().retiredFrom())
                    .isEqualTo(JUNE);
        }

        @Test
        void who_manages_a_unit_from_the_unit_and_from_the_person_until_somebody_takes_over() {
            known.add(new GroupManagerAssigned(GRP_A, null, ADA, JUNE, null, null));
            known.add(POST_105);
            known.add(appointed(P_0105, BEN, "1", POST_BEGINS));
            known.add(new GroupManagerAssigned(GRP_A, ADA, BEN, JUNE.plusDays(10), null, null));
            assertThat(GroupManagers.managedBy(known, ADA, JUNE.minusDays(1))).isEmpty();
            assertThat(GroupManagers.managedBy(known, ADA, JUNE.plusDays(9))).containsExactly(GRP_A);
            assertThat(GroupManagers.managedBy(known, ADA, JUNE.plusDays(10))).isEmpty();
            assertThat(GroupManagers.managedBy(known, BEN, JUNE.plusDays(10))).containsExactly(GRP_A);
            assertThat(GroupManagers.of(known, GRP_A))
                    .extracting(GroupManagers.Assignment::lastDay)
                    .containsExactly(JUNE.plusDays(9), null);
        }

        @Test
        void who_left_manages_nothing() {
            EventId made = known.add(appointed(P_0105, BEN, "1", POST_BEGINS));
            known.add(new GroupManagerAssigned(GRP_A, null, BEN, JUNE, null, null));
            known.add(new AppointmentEnded(P_0105, BEN, made, JUNE));
            assertThat(GroupManagers.managedBy(known, BEN, JUNE)).containsExactly(GRP_A);
            assertThat(GroupManagers.managedBy(known, BEN, JUNE.plusDays(1))).isEmpty();
        }

        @Test
        void somebody_in_two_posts_of_a_unit_is_in_one_unit() {
            known.add(POST_105);
            known.add(appointed(P_0105, ADA, "0.1", JUNE));
            assertThat(Appointments.unitsOf(known, ADA, JUNE)).containsExactly(CIN_04);
        }
    }

    @Test
    void what_is_kept_is_written_alike_whether_it_was_read_back_or_folded_at_a_stretch() {
        var programme = new ProgrammeId(new UUID(7, 7));
        for (long seed = 1; seed <= 50; seed++) {
            var random = new SplittableRandom(seed);
            var events = new ArrayList<DomainEvent>();
            events.add(new ProgrammeStarted(programme, "PRG-1", "Seven", JUNE, JUNE.plusYears(3)));
            for (int i = 0; i < 80; i++) {
                events.add(
                        random.nextInt(4) == 0
                                ? new ProgrammeExtended(programme, JUNE, JUNE.plusYears(3 + i))
                                : new PeriodLocked(
                                        programme, YearMonth.of(2026 + random.nextInt(3), 1 + random.nextInt(12))));
            }
            String key = programme.toString();
            ProgrammeFacts folded = null;
            ProgrammeFacts readBack = null;
            for (DomainEvent event : events) {
                folded = Programmes.LOOKUP.evolve(folded, key, FIRST, event);
                readBack = EventCodec.JSON.readValue(
                        EventCodec.JSON.writeValueAsString(Programmes.LOOKUP.evolve(readBack, key, FIRST, event)),
                        ProgrammeFacts.class);
            }
            assertThat(EventCodec.JSON.writeValueAsString(readBack))
                    .as("seed %d", seed)
                    .isEqualTo(EventCodec.JSON.writeValueAsString(folded));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_that_is_kept_lacks_an_order(Lookup<?> lookup) {
        requireOrder(lookup.type(), lookup.name());
    }

    private static void requireOrder(Type type, String where) {
        if (type instanceof ParameterizedType many) {
            requireOrder(many.getRawType(), where);
            for (Type of : many.getActualTypeArguments()) {
                requireOrder(of, where);
            }
        } else if (type instanceof Class<?> one && one.isRecord()) {
            for (RecordComponent part : one.getRecordComponents()) {
                requireOrder(part.getGenericType(), where + "." + part.getName());
            }
        } else if (type instanceof Class<?> one && one != List.class) {
            assertThat(Collection.class.isAssignableFrom(one) || Map.class.isAssignableFrom(one))
                    .as("%s is a %s, which may come back in another order: a sorted list does not", where, one)
                    .isFalse();
        }
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
