package org.sevenfold.query.skills;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Row;

/**
 * A training requirement while it holds, by the event that set it.
 *
 * @param role null where it holds for every role
 * @param unitId null where it holds for every unit
 */
record RequirementRow(
        EventId eventId,
        TrainingRequirementId requirementId,
        String reference,
        ProgrammeId programmeId,
        CourseId courseId,
        @Nullable PostRole role,
        @Nullable UnitId unitId,
        int dueInDays,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {}
