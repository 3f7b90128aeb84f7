package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Courses.CourseFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.platform.journal.Lookup;

/** Courses, by id and by code. */
public final class Courses implements Lookup<CourseFacts> {

    public static final Courses LOOKUP = new Courses();

    /** What rules know of a course. */
    public record CourseFacts(CourseId courseId, String code, String title, LocalDate from) {}

    private Courses() {}

    public static Optional<CourseFacts> byId(Lookups lookups, CourseId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By course code, in any case of letters. */
    public static Optional<CourseFacts> byCode(Lookups lookups, String code) {
        return lookups.find(LOOKUP, Key.named("code", code));
    }

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public Class<CourseFacts> type() {
        return CourseFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof CourseDefined course
                ? List.of(course.courseId().toString(), Key.named("code", course.code()))
                : List.of();
    }

    @Override
    public CourseFacts evolve(@Nullable CourseFacts before, String key, EventId id, DomainEvent event) {
        return switch ((CourseEvent) event) {
            case CourseDefined e -> new CourseFacts(e.courseId(), e.code(), e.title(), e.effectiveOn());
        };
    }
}
