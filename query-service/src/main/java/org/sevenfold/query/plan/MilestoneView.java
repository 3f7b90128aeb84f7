package org.sevenfold.query.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.query.board.Timeline;
import org.sevenfold.query.board.View;

/** One milestone as the plan had it from day to day, so that a plan of last month is still there. */
final class MilestoneView implements View<MilestoneEvent, MilestoneRow> {

    @Override
    public List<MilestoneRow> evolve(List<MilestoneRow> timeline, Recorded<? extends MilestoneEvent> recorded) {
        EventId id = recorded.id();
        return switch (recorded.event()) {
            case MilestoneAdded e -> List.of(row(id, e));
            case MilestoneReforecast e -> from(e, timeline, row -> row.expected(id, e.dueOn()));
            case MilestoneCompleted e -> from(e, timeline, row -> row.met(id, e.effectiveOn()));
            case MilestoneReopened e -> from(e, timeline, row -> row.reopened(id));
            case MilestoneCancelled e -> from(e, timeline, row -> row.cancelled(id, e.effectiveOn()));
        };
    }

    private static List<MilestoneRow> from(
            MilestoneEvent event, List<MilestoneRow> timeline, UnaryOperator<MilestoneRow> change) {
        return Timeline.changed(timeline, event.effectiveOn(), MilestoneRow::over, change);
    }

    private static MilestoneRow row(EventId id, MilestoneAdded e) {
        return new MilestoneRow(
                id,
                e.milestoneId(),
                e.initiativeId(),
                e.number(),
                e.reference(),
                e.title(),
                e.dueOn(),
                e.dueOn(),
                null,
                null,
                null,
                e.effectiveOn(),
                null);
    }
}
