package org.sevenfold.query.plan;

import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** What waits for what in one programme's plan from day to day. */
@ReadTable
final class DependenciesBoard extends Board<PlanEvent, DependenciesBoard.Row> {

    record Row(ProgrammeId programmeId, MilestoneId fromId, MilestoneId toId, DependencyType type, int lagDays) {

        boolean joins(MilestoneId from, MilestoneId to) {
            return fromId.equals(from) && toId.equals(to);
        }
    }

    DependenciesBoard() {
        super("dependencies", Span.DAYS, PlanEvent.class, Row.class);
        namesEvents();
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends PlanEvent> recorded) {
        return switch (recorded.event()) {
            case DependencyAdded e ->
                known.with(
                        Days.from(e.effectiveOn()),
                        recorded.id(),
                        new Row(e.programmeId(), e.fromId(), e.toId(), e.type(), e.lagDays()));
            case DependencyRemoved e ->
                known.ended(e.lastDay(), link -> link.value().joins(e.fromId(), e.toId()));
            case PlanBaselined _ -> known;
        };
    }
}
