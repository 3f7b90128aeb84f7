package org.sevenfold.query.plan;

import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.query.board.View;

/** Every time that a milestone was expected on another day than before. */
final class ReforecastView implements View<MilestoneEvent, ReforecastRow> {

    @Override
    public List<ReforecastRow> evolve(List<ReforecastRow> timeline, Recorded<? extends MilestoneEvent> recorded) {
        return switch (recorded.event()) {
            case MilestoneReforecast e ->
                Stream.concat(
                                timeline.stream(),
                                Stream.of(new ReforecastRow(
                                        recorded.id(),
                                        e.milestoneId(),
                                        e.initiativeId(),
                                        e.previously(),
                                        e.dueOn(),
                                        e.effectiveOn())))
                        .toList();
            case MilestoneAdded e -> timeline;
            case MilestoneCompleted e -> timeline;
            case MilestoneReopened e -> timeline;
            case MilestoneCancelled e -> timeline;
        };
    }
}
