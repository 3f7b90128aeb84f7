package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
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
import org.sevenfold.query.board.Reference;

/** A milestone as the plan had it from day to day, so that a plan of last month is still there. */
@ReadTable
final class MilestonesBoard extends Board<MilestoneEvent, MilestonesBoard.Row> {

    /**
     * @param plannedFor the day for which it was first planned
     * @param forecast the day on which it was expected
     * @param metBy the event that says that it was met; null while it is not
     */
    record Row(
            MilestoneId milestoneId,
            InitiativeId initiativeId,
            int number,
            @Reference String reference,
            String title,
            LocalDate plannedFor,
            LocalDate forecast,
            @Nullable LocalDate metOn,
            @Nullable EventId metBy,
            @Nullable LocalDate cancelledOn) {

        static Row of(MilestoneAdded e) {
            return new Row(
                    e.milestoneId(),
                    e.initiativeId(),
                    e.number(),
                    e.reference(),
                    e.title(),
                    e.dueOn(),
                    e.dueOn(),
                    null,
                    null,
                    null);
        }

        Row expected(LocalDate day) {
            return with(day, metOn, metBy, cancelledOn);
        }

        Row met(@Nullable LocalDate day, @Nullable EventId by) {
            return with(forecast, day, by, cancelledOn);
        }

        Row cancelled(LocalDate day) {
            return with(forecast, metOn, metBy, day);
        }

        private Row with(LocalDate due, @Nullable LocalDate met, @Nullable EventId by, @Nullable LocalDate cancelled) {
            return new Row(milestoneId, initiativeId, number, reference, title, plannedFor, due, met, by, cancelled);
        }
    }

    MilestonesBoard() {
        super("milestones", Span.DAYS, MilestoneEvent.class, Row.class);
        namesEvents();
        index("initiative_id", "number");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends MilestoneEvent> recorded) {
        EventId id = recorded.id();
        LocalDate day = recorded.event().effectiveOn();
        return switch (recorded.event()) {
            case MilestoneAdded e -> Timeline.of(Days.from(day), id, Row.of(e));
            case MilestoneReforecast e -> known.changed(day, id, row -> row.expected(e.dueOn()));
            case MilestoneCompleted _ -> known.changed(day, id, row -> row.met(day, id));
            case MilestoneReopened _ -> known.changed(day, id, row -> row.met(null, null));
            case MilestoneCancelled _ -> known.changed(day, id, row -> row.cancelled(day));
        };
    }
}
