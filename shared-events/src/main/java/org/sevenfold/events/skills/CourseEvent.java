package org.sevenfold.events.skills;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.StoredStream;

/** What happens to a course. */
public sealed interface CourseEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Course", CourseEvent.class)
            .stores("skills.course-defined", CourseDefined.class)
            .stores("skills.course-retired", CourseRetired.class);

    CourseId courseId();

    @Override
    default String streamId() {
        return courseId().toString();
    }

    /**
     * A course can be taken from a day on.
     *
     * @param code what people call it, such as {@code RSK-01}
     * @param hours learning time
     * @param validity how long a completion counts; null where it counts for ever
     */
    record CourseDefined(
            CourseId courseId,
            String code,
            String title,
            CourseMode mode,
            BigDecimal hours,
            @Nullable Validity validity,
            LocalDate effectiveOn)
            implements CourseEvent {}

    /** After a last day, a course can no longer be taken. What was completed before stays as it is. */
    record CourseRetired(CourseId courseId, LocalDate lastDay) implements CourseEvent, Ending {}
}
