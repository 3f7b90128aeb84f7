package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** Every time that a milestone was expected on another day than before. */
@ReadTable
final class ReforecastsBoard extends Board<MilestoneEvent, ReforecastsBoard.Row> {

    record Row(MilestoneId milestoneId, InitiativeId initiativeId, LocalDate previously, LocalDate dueOn) {}

    ReforecastsBoard() {
        super("reforecasts", Span.ONE_DAY, MilestoneEvent.class, Row.class);
        namesEvents();
        index("initiative_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends MilestoneEvent> recorded) {
        return switch (recorded.event()) {
            case MilestoneReforecast e ->
                known.with(
                        Days.on(e.effectiveOn()),
                        recorded.id(),
                        new Row(e.milestoneId(), e.initiativeId(), e.previously(), e.dueOn()));
            case MilestoneAdded _, MilestoneCompleted _, MilestoneReopened _, MilestoneCancelled _ -> known;
        };
    }
}
