package org.sevenfold.query.skills;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** A course while it can be taken. */
@ReadTable
final class CoursesBoard extends Board<CourseEvent, CoursesBoard.Row> {

    /** @param validityMonths how long a completion counts; null where for ever */
    record Row(
            CourseId courseId,
            @Reference String code,
            String title,
            CourseMode mode,
            BigDecimal hours,
            @Nullable Integer validityMonths) {}

    CoursesBoard() {
        super("courses", Span.DAYS, CourseEvent.class, Row.class);
        index("course_id").including("validity_months");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends CourseEvent> recorded) {
        return switch (recorded.event()) {
            case CourseDefined e -> Timeline.of(Days.from(e.effectiveOn()), recorded.id(), row(e));
            case CourseRetired e -> known.ended(e.lastDay());
        };
    }

    private static Row row(CourseDefined e) {
        Validity validity = e.validity();
        Integer months = validity == null ? null : validity.months();
        return new Row(e.courseId(), e.code(), e.title(), e.mode(), e.hours(), months);
    }
}
