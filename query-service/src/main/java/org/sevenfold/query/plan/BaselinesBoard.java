package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** Every agreed plan of one programme, milestone by milestone; what was agreed stays what was agreed. */
@ReadTable
final class BaselinesBoard extends Board<PlanEvent, BaselinesBoard.Row> {

    /** @param number of the agreed plan, from 0 */
    record Row(ProgrammeId programmeId, int number, String name, MilestoneId milestoneId, LocalDate dueOn) {}

    BaselinesBoard() {
        super("baselines", Span.DAYS, PlanEvent.class, Row.class);
        namesEvents();
        index("milestone_id").including("number", "due_on");
        index("programme_id", "number");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends PlanEvent> recorded) {
        return switch (recorded.event()) {
            case PlanBaselined e -> {
                Timeline<Row> grown = known;
                for (var agreed : e.milestones()) {
                    grown = grown.with(
                            Days.from(e.effectiveOn()),
                            recorded.id(),
                            new Row(e.programmeId(), e.number(), e.name(), agreed.milestoneId(), agreed.dueOn()));
                }
                yield grown;
            }
            case DependencyAdded _, DependencyRemoved _ -> known;
        };
    }
}
