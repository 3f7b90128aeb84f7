package org.sevenfold.allinone.house.firstchange;

import java.time.LocalDate;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.skills.CourseId;

/** What happens to a course, as it reads after the change. */
public sealed interface CourseEvent extends DomainEvent {

    // region stored
    StoredStream STREAM = StoredStream.of("Course", CourseEvent.class)
            .stores("skills.course-defined", CourseDefined.class)
            .stores("skills.course-retired", CourseRetired.class);
    // end stored

    CourseId courseId();

    @Override
    default String streamId() {
        return courseId().toString();
    }

    /** A course can be taken from a day on. */
    record CourseDefined(CourseId courseId, String code, LocalDate effectiveOn) implements CourseEvent {}

    // region event
    /** After its last day, a course can no longer be taken. */
    record CourseRetired(CourseId courseId, LocalDate lastDay) implements CourseEvent, Ending {}
    // end event
}
