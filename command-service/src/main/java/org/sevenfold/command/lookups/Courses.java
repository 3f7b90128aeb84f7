package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Courses.CourseFacts;
import org.sevenfold.events.Days;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.platform.journal.Lookup;

/** Courses, by id and by code. */
public final class Courses implements Lookup<CourseFacts> {

    public static final Courses LOOKUP = new Courses();

    /**
     * What rules know of a course.
     *
     * @param retiredFrom the first day on which it can no longer be taken; null while nobody has retired it
     */
    public record CourseFacts(
            CourseId courseId,
            String code,
            String title,
            LocalDate from,
            @Nullable LocalDate retiredFrom) {}

    private Courses() {}

    public static Optional<CourseFacts> byId(Lookups lookups, CourseId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By course code, in any case of letters. */
    public static Optional<CourseFacts> byCode(Lookups lookups, String code) {
        return lookups.find(LOOKUP, Key.named("code", code)).flatMap(begun -> byId(lookups, begun.courseId));
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
        return switch (event) {
            case CourseDefined e -> List.of(e.courseId().toString(), Key.named("code", e.code()));
            case CourseRetired e -> List.of(e.courseId().toString());
            default -> List.of();
        };
    }

    @Override
    public CourseFacts evolve(@Nullable CourseFacts before, String key, EventId id, DomainEvent event) {
        return switch ((CourseEvent) event) {
            case CourseDefined e -> new CourseFacts(e.courseId(), e.code(), e.title(), e.effectiveOn(), null);
            case CourseRetired e -> until(before, e);
        };
    }

    private static CourseFacts until(@Nullable CourseFacts course, CourseRetired e) {
        if (course == null) {
            throw new IllegalStateException("a course that was never defined: " + e);
        }
        return new CourseFacts(course.courseId, course.code, course.title, course.from, Days.after(e.lastDay()));
    }
}
