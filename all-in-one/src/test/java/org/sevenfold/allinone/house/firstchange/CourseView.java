package org.sevenfold.allinone.house.firstchange;

import java.util.List;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseDefined;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseRetired;
import org.sevenfold.events.Recorded;
import org.sevenfold.query.board.View;

/** The life of one course. */
final class CourseView implements View<CourseEvent, CourseRow> {

    // region view
    @Override
    public List<CourseRow> evolve(List<CourseRow> timeline, Recorded<? extends CourseEvent> recorded) {
        return switch (recorded.event()) {
            case CourseDefined e -> List.of(new CourseRow(e.courseId(), e.code(), e.effectiveOn(), null));
            case CourseRetired e ->
                timeline.stream()
                        .map(row -> new CourseRow(row.courseId(), row.code(), row.validFrom(), e.effectiveOn()))
                        .toList();
        };
    }
    // end view
}
