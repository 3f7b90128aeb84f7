package org.sevenfold.events.skills;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;

/** What happens to the requirement that a role or a unit holds a course. */
public sealed interface TrainingRequirementEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("TrainingRequirement", TrainingRequirementEvent.class)
            .stores("skills.training-requirement-set", TrainingRequirementSet.class)
            .stores("skills.training-requirement-withdrawn", TrainingRequirementWithdrawn.class);

    TrainingRequirementId requirementId();

    @Override
    default String streamId() {
        return requirementId().toString();
    }

    /**
     * People in posts of a role, in a unit, or both, have to hold a course.
     *
     * @param reference what people call it, such as {@code TR-0007}
     * @param role null where it holds for every role
     * @param unitId a unit, or a group with all its units; null where it holds for every unit
     * @param dueInDays within how many days of coming into post, or of the requirement if that is later
     */
    record TrainingRequirementSet(
            TrainingRequirementId requirementId,
            String reference,
            ProgrammeId programmeId,
            CourseId courseId,
            @Nullable PostRole role,
            @Nullable UnitId unitId,
            int dueInDays,
            LocalDate effectiveOn)
            implements TrainingRequirementEvent {}

    /** The requirement holds no longer. */
    record TrainingRequirementWithdrawn(TrainingRequirementId requirementId, CourseId courseId, LocalDate lastDay)
            implements TrainingRequirementEvent, Ending {}
}
