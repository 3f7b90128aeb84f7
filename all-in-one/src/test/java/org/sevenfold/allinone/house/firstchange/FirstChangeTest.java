package org.sevenfold.allinone.house.firstchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sevenfold.allinone.house.firstchange.CourseCommand.RetireCourse;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseDefined;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseRetired;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Role;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.platform.journal.Lookup;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** What docs/first-change.md shows does what it says. */
class FirstChangeTest {

    private static final CourseId WRT_01 = CourseId.of("01936c6e-4000-7000-8000-000000000002");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private static final CourseDefined DEFINED = new CourseDefined(WRT_01, "WRT-01", JANUARY);
    private static final CourseRetired RETIRED = new CourseRetired(WRT_01, DECEMBER);

    // region test
    @Test
    void a_course_is_retired_with_a_last_day() {
        Course course = Course.evolve(new Course.NotYet(), DEFINED);

        assertThat(Course.decide(new RetireCourse(WRT_01, DECEMBER), course, today()))
                .containsExactly(RETIRED);
    }

    @Test
    void a_course_is_retired_once() {
        Course course = Course.evolve(Course.evolve(new Course.NotYet(), DEFINED), RETIRED);

        assertThatThrownBy(() -> Course.decide(new RetireCourse(WRT_01, DECEMBER), course, today()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.INVALID_TRANSITION));
    }
    // end test

    @Test
    void a_course_that_nobody_defined_cannot_be_retired() {
        assertThatThrownBy(() -> Course.decide(new RetireCourse(WRT_01, DECEMBER), new Course.NotYet(), today()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void it_is_stored_for_ever_as_its_golden_file_shows() {
        // region golden
        String golden = """
            {"courseId":"01936c6e-4000-7000-8000-000000000002","lastDay":"2026-12-01"}\
            """;
        // end golden

        assertThat(new String(EventCodec.encode(RETIRED), StandardCharsets.UTF_8))
                .isEqualTo(golden);
        assertThat(CourseEvent.STREAM.events()).containsKey("skills.course-retired");
    }

    @Test
    void it_can_be_taken_up_to_that_day() {
        var board = new CoursesBoard();

        Timeline<CoursesBoard.Row> known = board.evolve(Timeline.empty(), recorded(DEFINED));

        assertThat(board.evolve(known, recorded(RETIRED)).stretches())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.value()).isEqualTo(new CoursesBoard.Row(WRT_01, "WRT-01"));
                    assertThat(row.days()).isEqualTo(Days.between(JANUARY, DECEMBER));
                });
    }

    private static <E extends CourseEvent> Recorded<E> recorded(E event) {
        return new Recorded<>(1, new EventId(new UUID(0, 1)), event.streamId(), 0, Instant.EPOCH, Map.of(), event);
    }

    private static Circumstances today() {
        return new Circumstances(
                "01936c6e-2000-7000-8000-0000000000ff",
                List.of(Role.LEARNING_AND_DEVELOPMENT),
                LocalDate.of(2026, 11, 2),
                false,
                new Lookups() {
                    @Override
                    public <V> Optional<V> find(Lookup<V> lookup, String key) {
                        return Optional.empty();
                    }
                });
    }
}
