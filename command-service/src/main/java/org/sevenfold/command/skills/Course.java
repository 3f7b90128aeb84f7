package org.sevenfold.command.skills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Courses;
import org.sevenfold.command.skills.CourseCommand.DefineCourse;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A course, of which there is one by each code. */
sealed interface Course {

    /** Nothing has happened yet. */
    record NotYet() implements Course {}

    /** It can be completed from a day on. */
    record Defined(String code, LocalDate from) implements Course {}

    static List<CourseEvent> decide(CourseCommand command, Course state, Circumstances in) {
        return switch (command) {
            case DefineCourse c -> define(c, in);
        };
    }

    static Course evolve(Course state, CourseEvent event) {
        return switch (event) {
            case CourseDefined e -> new Defined(e.code(), e.effectiveOn());
        };
    }

    private static List<CourseEvent> define(DefineCourse c, Circumstances in) {
        Stream.of(Courses.byId(in.lookups(), c.course()), Courses.byCode(in.lookups(), c.code()))
                .flatMap(Optional::stream)
                .forEach(course -> {
                    throw Refusal.because(
                                    Code.DUPLICATE,
                                    "There is such a course already.",
                                    "%s '%s' can be taken from %s on."
                                            .formatted(course.code(), course.title(), London.spoken(course.from())))
                            .remedy("Use the existing course, or give the new one another code.")
                            .with("existingId", course.courseId().toString());
                });
        in.requireWithinBackDating(c.from());
        return List.of(
                new CourseDefined(c.course(), c.code(), c.title(), c.mode(), plain(c.hours()), c.validity(), c.from()));
    }

    /** The one way to write a number, which is also how it is read back: 7.50 is 7.5, and 10.00 is 10. */
    private static BigDecimal plain(BigDecimal hours) {
        BigDecimal shortest = hours.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
