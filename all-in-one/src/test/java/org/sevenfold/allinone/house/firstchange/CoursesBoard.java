package org.sevenfold.allinone.house.firstchange;

import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseDefined;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseRetired;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

// region board
/** A course while it can be taken. */
@ReadTable
final class CoursesBoard extends Board<CourseEvent, CoursesBoard.Row> {

    record Row(CourseId courseId, @Reference String code) {}

    CoursesBoard() {
        super("courses", Span.DAYS, CourseEvent.class, Row.class);
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends CourseEvent> recorded) {
        return switch (recorded.event()) {
            case CourseDefined e ->
                Timeline.of(Days.from(e.effectiveOn()), recorded.id(), new Row(e.courseId(), e.code()));
            case CourseRetired e -> known.ended(e.lastDay());
        };
    }
}
// end board
