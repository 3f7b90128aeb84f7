package org.sevenfold.query.skills;

import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** One training requirement while it holds; withdrawn from its first day on, it never did. */
@ReadTable
final class RequirementsBoard extends Board<TrainingRequirementEvent, RequirementsBoard.Row> {

    /**
     * @param role null where it holds for every role
     * @param unitId null where it holds for every unit
     */
    record Row(
            TrainingRequirementId requirementId,
            @Reference String reference,
            ProgrammeId programmeId,
            CourseId courseId,
            @Nullable PostRole role,
            @Nullable UnitId unitId,
            int dueInDays) {

        static Row of(TrainingRequirementSet e) {
            return new Row(
                    e.requirementId(),
                    e.reference(),
                    e.programmeId(),
                    e.courseId(),
                    e.role(),
                    e.unitId(),
                    e.dueInDays());
        }
    }

    RequirementsBoard() {
        super("requirements", Span.DAYS, TrainingRequirementEvent.class, Row.class);
        namesEvents();
        index("course_id").including("role", "unit_id");
        index("requirement_id").including("reference");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends TrainingRequirementEvent> recorded) {
        return switch (recorded.event()) {
            case TrainingRequirementSet e -> Timeline.of(Days.from(e.effectiveOn()), recorded.id(), Row.of(e));
            case TrainingRequirementWithdrawn e -> known.ended(e.lastDay());
        };
    }
}
