package org.sevenfold.allinone.house.firstchange;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.allinone.house.firstchange.CourseCommand.RetireCourse;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseDefined;
import org.sevenfold.allinone.house.firstchange.CourseEvent.CourseRetired;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A course, of which only what the change needs is shown. */
sealed interface Course {

    /** Nothing has happened yet. */
    record NotYet() implements Course {}

    /** It can be taken from a day on. */
    record Defined(String code, LocalDate from) implements Course {}

    /** It can be taken no longer. */
    record Retired(String code, LocalDate lastDay) implements Course {}

    static List<CourseEvent> decide(CourseCommand command, Course state, Circumstances in) {
        return switch (command) {
            case RetireCourse c -> retire(c, state, in);
        };
    }

    // region evolve
    static Course evolve(Course state, CourseEvent event) {
        return switch (event) {
            case CourseDefined e -> new Defined(e.code(), e.effectiveOn());
            case CourseRetired e -> new Retired(((Defined) state).code(), e.lastDay());
        };
    }
    // end evolve

    // region decide
    private static List<CourseEvent> retire(RetireCourse c, Course state, Circumstances in) {
        switch (state) {
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such course.", "Nobody has defined it.")
                        .remedy("Check which course you named.");
            case Retired course ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "This course is retired already.",
                                "The last day of %s is %s.".formatted(course.code(), London.spoken(course.lastDay())))
                        .remedy("Nothing needs doing.");
            case Defined course -> in.requireWithinBackDating(c.lastDay());
        }
        return List.of(new CourseRetired(c.course(), c.lastDay()));
    }
    // end decide
}
