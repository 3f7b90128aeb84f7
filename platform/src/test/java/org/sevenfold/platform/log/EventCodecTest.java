package org.sevenfold.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.catalogue.UnknownEventName;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import tools.jackson.core.JacksonException;

class EventCodecTest {

    private static final String PERSON = "01936c6e-2000-7000-8000-000000000001";
    private static final String REGISTERED = """
        {"personId":"01936c6e-2000-7000-8000-000000000001","effectiveOn":"2026-02-02"}\
        """;

    private static DomainEvent person(String json) {
        return EventCodec.decode("staff.person-registered", 1, json.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class what_is_read_is_understood_or_refused {

        @Test
        void an_event_is_read_as_it_was_written() {
            assertThat(person(REGISTERED))
                    .isEqualTo(new PersonRegistered(PersonId.of(PERSON), LocalDate.of(2026, 2, 2)));
        }

        @Test
        void an_unknown_name_is_refused() {
            assertThatThrownBy(() -> EventCodec.decode("staff.person-vanished", 1, new byte[0]))
                    .isInstanceOf(UnknownEventName.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 2})
        void an_unknown_revision_is_refused(int revision) {
            assertThatThrownBy(() -> EventCodec.decode(
                            "staff.person-registered", revision, REGISTERED.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("staff.person-registered");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"personId\":\"01936c6e-2000-7000-8000-000000000001\",\"effectiveOn\":\"2026-02-02\",\"name\":\"x\"}",
                    "{\"personId\":\"01936c6e-2000-7000-8000-000000000001\",\"effectiveOn\":\"2026-02-02\"} {}",
                    "{\"personId\":\"01936c6e-2000-7000-8000-000000000001\",\"effectiveOn\":\"2026-02-02\","
                            + "\"effectiveOn\":\"2026-02-03\"}",
                    "{\"personId\":\"01936c6e-2000-7000-8000-000000000001\",\"effectiveOn\":\"2026-02-30\"}",
                    "{\"personId\":\"somebody\",\"effectiveOn\":\"2026-02-02\"}",
                    "{\"personId\":{\"value\":\"01936c6e-2000-7000-8000-000000000001\"},\"effectiveOn\":\"2026-02-02\"}",
                    "[]",
                    "\"\"",
                    ""
                })
        void what_is_no_such_event_is_refused(String json) {
            assertThatThrownBy(() -> person(json)).isInstanceOf(JacksonException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"personId\":\"01936c6e-2000-7000-8000-000000000001\"}",
                    "{\"personId\":\"01936c6e-2000-7000-8000-000000000001\",\"effectiveOn\":null}",
                    "{\"personId\":null,\"effectiveOn\":\"2026-02-02\"}"
                })
        void what_lacks_a_part_is_refused(String json) {
            assertThatThrownBy(() -> person(json)).isInstanceOf(JacksonException.class);
        }

        @Test
        void nothing_at_all_is_refused() {
            assertThatThrownBy(() -> person("null")).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void a_part_of_a_part_that_is_lacking_is_refused() {
            String json = """
                {"personId":"01936c6e-2000-7000-8000-000000000001","courseId":"01936c6e-4000-7000-8000-000000000001",\
                "effectiveOn":"2026-05-04","passed":true,"evidence":{"kind":"certificate","title":"Certificate"}}\
                """;
            assertThatThrownBy(() -> EventCodec.decode(
                            "skills.training-completion-recorded", 1, json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JacksonException.class);
        }

        @Test
        void a_yes_or_no_that_is_lacking_is_not_taken_for_a_no() {
            String json = """
                {"personId":"01936c6e-2000-7000-8000-000000000001","courseId":"01936c6e-4000-7000-8000-000000000001",\
                "effectiveOn":"2026-05-04"}\
                """;
            assertThatThrownBy(() -> EventCodec.decode(
                            "skills.training-completion-recorded", 1, json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JacksonException.class);
        }

        @Test
        void an_unknown_value_of_an_enumeration_is_refused() {
            String json = """
                {"courseId":"01936c6e-4000-7000-8000-000000000001","code":"A","title":"A","mode":"TELEPATHY",\
                "hours":1,"effectiveOn":"2026-01-05"}\
                """;
            assertThatThrownBy(
                            () -> EventCodec.decode("skills.course-defined", 1, json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JacksonException.class);
        }
    }

    @Nested
    class what_is_written_is_plain {

        @ParameterizedTest
        @CsvSource({"1E+2, 100", "1E-2, 0.01", "7.50, 7.50", "1000, 1000"})
        void a_decimal_is_a_plain_number(String hours, String written) {
            var course = new CourseDefined(
                    CourseId.of("01936c6e-4000-7000-8000-000000000001"),
                    "RSK-01",
                    "Risk",
                    CourseMode.ONLINE,
                    new BigDecimal(hours),
                    null,
                    LocalDate.of(2026, 1, 5));
            assertThat(new String(EventCodec.encode(course), StandardCharsets.UTF_8))
                    .contains("\"hours\":" + written + ",");
        }

        @Test
        void a_record_of_one_part_is_its_bare_value() {
            assertThat(EventCodec.JSON.writeValueAsString(Fte.of("0.80"))).isEqualTo("0.8");
            assertThat(EventCodec.JSON.readValue("0.8", Fte.class)).isEqualTo(Fte.of("0.8"));
            assertThat(EventCodec.JSON.writeValueAsString(PersonId.of(PERSON))).isEqualTo("\"" + PERSON + "\"");
            assertThat(EventCodec.JSON.readValue("\"" + PERSON + "\"", PersonId.class))
                    .isEqualTo(PersonId.of(PERSON));
        }

        @Test
        void an_event_of_one_part_stays_an_object_so_that_it_can_grow() {
            assertThat(EventCodec.JSON.writeValueAsString(new Closed("x"))).isEqualTo("{\"streamId\":\"x\"}");
        }

        @Test
        void metadata_is_sorted_and_comes_back() {
            byte[] json = EventCodec.encodeMetadata(Map.of("roles", "auditor", "actorId", PERSON, "reason", "a “b”\n"));

            assertThat(new String(json, StandardCharsets.UTF_8))
                    .startsWith("{\"actorId\":")
                    .contains("\"reason\"");
            assertThat(EventCodec.decodeMetadata(json))
                    .isEqualTo(Map.of("roles", "auditor", "actorId", PERSON, "reason", "a “b”\n"));
        }
    }

    /** Its first shape said whole percents, its second hundredths, its third names the funding. */
    record Funded(
            String streamId,
            Fte fte,
            LocalDate effectiveOn,
            @Nullable String funding) implements DomainEvent {}

    record Closed(String streamId) implements DomainEvent {}

    @Nested
    class when_a_shape_has_changed {

        private final StoredStream.StoredEvent stored = StoredStream.of("Fund", DomainEvent.class)
                .stores("staff.post-funded", Funded.class, this::percentToHundredths, this::withFunding)
                .events()
                .values()
                .iterator()
                .next();

        private Map<String, Object> percentToHundredths(Map<String, Object> tree) {
            var next = new LinkedHashMap<>(tree);
            next.put("fte", new BigDecimal(String.valueOf(next.remove("percent"))).movePointLeft(2));
            return next;
        }

        private Map<String, Object> withFunding(Map<String, Object> tree) {
            assertThat(tree)
                    .as("the second upcast sees what the first one made")
                    .containsKey("fte");
            var next = new LinkedHashMap<>(tree);
            next.put("funding", "base budget");
            return next;
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "1; {\"streamId\":\"a\",\"percent\":80,\"effectiveOn\":\"2026-03-01\"}",
                    "2; {\"streamId\":\"a\",\"fte\":0.8,\"effectiveOn\":\"2026-03-01\"}",
                    "3; {\"streamId\":\"a\",\"fte\":0.8,\"effectiveOn\":\"2026-03-01\",\"funding\":\"base budget\"}"
                })
        void each_old_shape_is_brought_up_to_today_step_by_step(int revision, String json) {
            assertThat(EventCodec.decode(stored, revision, json.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Funded("a", Fte.of("0.8"), LocalDate.of(2026, 3, 1), "base budget"));
        }

        @Test
        void an_old_shape_under_a_new_revision_is_refused() {
            String json = "{\"streamId\":\"a\",\"percent\":80,\"effectiveOn\":\"2026-03-01\"}";
            for (int revision : List.of(2, 3)) {
                assertThatThrownBy(() -> EventCodec.decode(stored, revision, json.getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOfAny(JacksonException.class, AssertionError.class);
            }
        }
    }
}
