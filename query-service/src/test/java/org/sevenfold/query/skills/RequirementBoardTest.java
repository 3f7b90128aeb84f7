package org.sevenfold.query.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.Events.id;
import static org.sevenfold.query.testing.Events.recorded;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.required;
import static org.sevenfold.query.testing.LeaMarsh.retired;
import static org.sevenfold.query.testing.LeaMarsh.withdrawn;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.board.Folded;

class RequirementBoardTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final RequirementsBoard board = new RequirementsBoard();

    private List<Stretch<RequirementsBoard.Row>> set() {
        return Folded.after(
                board, List.of(), recorded(1, required("TR-0001", "RSK-01", PostRole.SOCIAL_WORKER, null, 90, START)));
    }

    @Test
    void a_requirement_holds_until_it_is_withdrawn() {
        assertThat(set()).singleElement().satisfies(row -> {
            assertThat(row.by()).isEqualTo(id(1));
            assertThat(row.days().to()).isNull();
        });
        assertThat(Folded.after(board, set(), recorded(2, withdrawn("TR-0001", "RSK-01", JUNE))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.by()).isEqualTo(id(1));
                    assertThat(row.days().from()).isEqualTo(START);
                    assertThat(row.days().to()).isEqualTo(JUNE);
                });
    }

    @Test
    void one_that_is_withdrawn_from_its_first_day_on_never_holds() {
        assertThat(Folded.after(board, set(), recorded(2, withdrawn("TR-0001", "RSK-01", START))))
                .isEmpty();
    }

    @Test
    void a_retired_course_can_be_taken_up_to_the_day_before() {
        var courses = new CoursesBoard();
        List<Stretch<CoursesBoard.Row>> defined = Folded.after(courses, List.of(), recorded(1, course("RSK-01", 12)));

        assertThat(Folded.after(courses, defined, recorded(2, retired("RSK-01", JUNE))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.days().to()).isEqualTo(JUNE);
                    assertThat(row.value().code()).isEqualTo("RSK-01");
                });
    }
}
