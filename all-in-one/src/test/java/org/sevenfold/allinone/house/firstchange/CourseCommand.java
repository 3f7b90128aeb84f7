package org.sevenfold.allinone.house.firstchange;

import java.time.LocalDate;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;

/** What can be asked of a course, of which only the new command is shown. */
public sealed interface CourseCommand extends Change {

    CourseId course();

    @Override
    default String streamId() {
        return course().toString();
    }

    // region command
    @Declared(
            summary = "Retires a course: after its last day it can no longer be taken.",
            allowed = @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
            example = """
                {"course": "WRT-01", "lastDay": "2026-12-31"}\
                """)
    record RetireCourse(
            @Says("The course, by code or id.") CourseId course,

            @Says("The last day on which it can be taken.") LocalDate lastDay)
            implements CourseCommand {

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }
    // end command
}
