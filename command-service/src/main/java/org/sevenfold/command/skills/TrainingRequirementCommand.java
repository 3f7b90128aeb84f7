package org.sevenfold.command.skills;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;

/** What can be asked of a training requirement. */
public sealed interface TrainingRequirementCommand extends Change {

    Decider<TrainingRequirementCommand, ?, TrainingRequirementEvent> DECIDER = Decider.of(
            TrainingRequirementEvent.STREAM,
            TrainingRequirementCommand.class,
            new TrainingRequirement.NotYet(),
            TrainingRequirement::decide,
            TrainingRequirement::evolve);

    TrainingRequirementId requirement();

    @Override
    default String streamId() {
        return requirement().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Requires a course of people in posts of a role, in a unit, or both, from a day on.",
            allowed = @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
            example = """
                {"programme": "lea-marsh", "course": "RSK-01", "role": "SOCIAL_WORKER", "dueInDays": 90,
                 "from": "2026-12-01"}\
                """)
    record SetTrainingRequirement(
            @NewId TrainingRequirementId requirement,

            @Says("The programme, by reference or id.") ProgrammeId programme,
            @Says("The course, by code or id.") CourseId course,

            @Says("The role; left out, it holds for every role.") @Nullable
            PostRole role,

            @Says("The unit, or a group with all its units; left out, it holds for every unit.") @Nullable
            UnitId unit,

            @Says("Within how many days of coming into such a post, or of the requirement if that is later: 0 to 730.")
            int dueInDays,

            @Says("The first day on which it holds, today or later.")
            LocalDate from)
            implements TrainingRequirementCommand {

        private static final int MOST_DAYS = 730;

        public SetTrainingRequirement {
            if (dueInDays < 0 || dueInDays > MOST_DAYS) {
                throw new IllegalArgumentException("A course is due within 0 to 730 days.");
            }
        }
    }

    @Declared(
            summary = "Withdraws a training requirement from a day on; what was required before stays required then.",
            allowed = @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
            example = """
                {"requirement": "TR-0001", "lastDay": "2026-12-31"}\
                """)
    record WithdrawTrainingRequirement(
            @Says("The requirement, by reference or id.") TrainingRequirementId requirement,

            @Says("The last day on which it holds, yesterday or later.")
            LocalDate lastDay)
            implements TrainingRequirementCommand {}
}
