package org.sevenfold.query.plan;

import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.query.board.View;

/** Every agreed plan of one programme, milestone by milestone. */
final class BaselineView implements View<PlanEvent, BaselineRow> {

    @Override
    public List<BaselineRow> evolve(List<BaselineRow> timeline, Recorded<? extends PlanEvent> recorded) {
        return switch (recorded.event()) {
            case PlanBaselined e ->
                Stream.concat(timeline.stream(), rows(recorded.id(), e)).toList();
            case DependencyAdded e -> timeline;
            case DependencyRemoved e -> timeline;
        };
    }

    private static Stream<BaselineRow> rows(EventId id, PlanBaselined e) {
        return e.milestones().stream()
                .map(milestone -> new BaselineRow(
                        id,
                        e.programmeId(),
                        e.number(),
                        e.name(),
                        milestone.milestoneId(),
                        milestone.dueOn(),
                        e.effectiveOn(),
                        null));
    }
}
