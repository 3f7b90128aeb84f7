package org.sevenfold.command.skills;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.Validity;

/** What can be asked of a course. */
public sealed interface CourseCommand extends Change {

    Decider<CourseCommand, ?, CourseEvent> DECIDER =
            Decider.of(CourseEvent.STREAM, CourseCommand.class, new Course.NotYet(), Course::decide, Course::evolve);

    CourseId course();

    @Override
    default String streamId() {
        return course().toString();
    }

    @Declared(
            summary = "Defines a course that can be completed from a day on.",
            allowed = @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
            example = """
                {"code": "WRT-02", "title": "Concise writing, refresher", "mode": "CLASSROOM", "hours": 3.5,
                 "validity": {"months": 24, "rule": "FROM_COMPLETION"}, "from": "2026-11-02"}\
                """)
    record DefineCourse(
            @NewId CourseId course,

            @Says("What people call it, such as RSK-01; no other course may be called so.")
            String code,

            @Says("Its title.") String title,
            @Says("How it is taken.") CourseMode mode,

            @Says("Learning time in hours, more than 0 and at most 1000.")
            BigDecimal hours,

            @Says("How long a completion counts; left out, it counts for ever.") @Nullable
            Validity validity,

            @Says("The first day on which it can be completed.")
            LocalDate from)
            implements CourseCommand {

        private static final BigDecimal MOST_HOURS = new BigDecimal(1000);

        public DefineCourse {
            if (hours.signum() <= 0
                    || hours.compareTo(MOST_HOURS) > 0
                    || hours.stripTrailingZeros().scale() > 2) {
                throw new IllegalArgumentException(
                        "The hours of a course are more than 0 and at most 1000, in hundredths.");
            }
        }

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }

    @Declared(
            summary = "Retires a course: from a day on it can no longer be taken.",
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
}
