package org.sevenfold.query.plan;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.query.board.Timeline;
import org.sevenfold.query.board.View;

/** What waits for what in one programme's plan from day to day. */
final class DependencyView implements View<PlanEvent, DependencyRow> {

    @Override
    public List<DependencyRow> evolve(List<DependencyRow> timeline, Recorded<? extends PlanEvent> recorded) {
        return switch (recorded.event()) {
            case DependencyAdded e -> added(timeline, recorded.id(), e);
            case DependencyRemoved e ->
                Timeline.ended(timeline, row -> row.joins(e.fromId(), e.toId()), e.effectiveOn(), DependencyRow::over);
            case PlanBaselined e -> timeline;
        };
    }

    private static List<DependencyRow> added(List<DependencyRow> timeline, EventId id, DependencyAdded e) {
        var rows = new ArrayList<>(timeline);
        rows.add(new DependencyRow(
                id, e.programmeId(), e.fromId(), e.toId(), e.type(), e.lagDays(), e.effectiveOn(), null));
        return rows;
    }
}
