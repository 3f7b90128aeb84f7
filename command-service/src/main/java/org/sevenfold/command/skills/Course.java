package org.sevenfold.command.skills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.CourseRequirements;
import org.sevenfold.command.lookups.Courses;
import org.sevenfold.command.skills.CourseCommand.DefineCourse;
import org.sevenfold.command.skills.CourseCommand.RetireCourse;
import org.sevenfold.events.Days;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A course, of which there is one by each code. It is retired once, when nobody is required to hold it any more. */
sealed interface Course {

    /** Nothing has happened yet. */
    record NotYet() implements Course {}

    /** It can be completed from a day on. */
    record Defined(String code, LocalDate from) implements Course {}

    /** From a day on it can no longer be completed. */
    record Retired(String code, LocalDate from) implements Course {}

    static List<CourseEvent> decide(CourseCommand command, Course state, Circumstances in) {
        return switch (command) {
            case DefineCourse c -> define(c, in);
            case RetireCourse c -> retire(c, state, in);
        };
    }

    static Course evolve(Course state, CourseEvent event) {
        return switch (event) {
            case CourseDefined e -> new Defined(e.code(), e.effectiveOn());
            case CourseRetired e -> new Retired(((Defined) state).code, Days.after(e.lastDay()));
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

    private static List<CourseEvent> retire(RetireCourse c, Course state, Circumstances in) {
        switch (state) {
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such course.", "Nobody has defined it.")
                        .remedy("Check which course you named.");
            case Retired course ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "This course is retired already.",
                                "%s cannot be taken from %s on.".formatted(course.code, London.spoken(course.from)))
                        .remedy("Nothing needs doing.")
                        .with("allowed", List.of());
            case Defined course -> requireRetirable(c, course, in);
        }
        return List.of(new CourseRetired(c.course(), c.lastDay()));
    }

    private static void requireRetirable(RetireCourse c, Defined course, Circumstances in) {
        if (c.lastDay().isBefore(course.from)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A course cannot be retired before it could be taken.",
                            "%s can be taken from %s on.".formatted(course.code, London.spoken(course.from)))
                    .remedy("Give a later day.")
                    .with("allowed", List.of());
        }
        in.requireWithinBackDating(c.lastDay());
        LocalDate without = Days.after(c.lastDay());
        CourseRequirements.of(in.lookups(), c.course()).stream()
                .filter(requirement -> requirement.holdsFrom(without))
                .findFirst()
                .ifPresent(requirement -> {
                    throw Refusal.because(
                                    Code.INVALID_TRANSITION,
                                    "The course is still required.",
                                    "%s requires %s of %s on %s or later."
                                            .formatted(
                                                    requirement.reference(),
                                                    course.code,
                                                    TrainingRequirement.whom(
                                                            requirement.role(), requirement.unitId(), in.lookups()),
                                                    London.spoken(without)))
                            .remedy("Withdraw the requirement from that day on first, or retire the course later.")
                            .with("allowed", List.of("withdraw-training-requirement"));
                });
    }

    /** The one way to write a number, which is also how it is read back: 7.50 is 7.5, and 10.00 is 10. */
    private static BigDecimal plain(BigDecimal hours) {
        BigDecimal shortest = hours.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
