package org.sevenfold.query.skills;

import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.query.board.View;

/** One training requirement; withdrawn from its first day on, it never holds. */
final class RequirementView implements View<TrainingRequirementEvent, RequirementRow> {

    @Override
    public List<RequirementRow> evolve(
            List<RequirementRow> timeline, Recorded<? extends TrainingRequirementEvent> recorded) {
        return switch (recorded.event()) {
            case TrainingRequirementSet set -> List.of(row(recorded.id(), set));
            case TrainingRequirementWithdrawn withdrawn ->
                timeline.stream()
                        .filter(row -> row.validFrom().isBefore(withdrawn.effectiveOn()))
                        .map(row -> until(row, withdrawn))
                        .toList();
        };
    }

    private static RequirementRow row(EventId id, TrainingRequirementSet set) {
        return new RequirementRow(
                id,
                set.requirementId(),
                set.reference(),
                set.programmeId(),
                set.courseId(),
                set.role(),
                set.unitId(),
                set.dueInDays(),
                set.effectiveOn(),
                null);
    }

    private static RequirementRow until(RequirementRow row, TrainingRequirementWithdrawn withdrawn) {
        return new RequirementRow(
                row.eventId(),
                row.requirementId(),
                row.reference(),
                row.programmeId(),
                row.courseId(),
                row.role(),
                row.unitId(),
                row.dueInDays(),
                row.validFrom(),
                withdrawn.effectiveOn());
    }
}
