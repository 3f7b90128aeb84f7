package org.sevenfold.query.skills;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.query.board.View;

/** The life of one course. */
final class CourseView implements View<CourseEvent, CourseRow> {

    @Override
    public List<CourseRow> evolve(List<CourseRow> timeline, Recorded<? extends CourseEvent> recorded) {
        return switch (recorded.event()) {
            case CourseDefined course -> List.of(row(course));
            case CourseRetired retired ->
                timeline.stream()
                        .map(row -> new CourseRow(
                                row.courseId(),
                                row.code(),
                                row.title(),
                                row.mode(),
                                row.hours(),
                                row.validityMonths(),
                                row.validFrom(),
                                retired.effectiveOn()))
                        .toList();
        };
    }

    private static CourseRow row(CourseDefined course) {
        Validity validity = course.validity();
        return new CourseRow(
                course.courseId(),
                course.code(),
                course.title(),
                course.mode(),
                course.hours(),
                validity == null ? null : validity.months(),
                course.effectiveOn(),
                null);
    }
}
