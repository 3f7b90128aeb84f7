package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** A programme as it was planned to run; another row from the day on which that changed. */
@ReadTable
final class ProgrammesBoard extends Board<ProgrammeEvent, ProgrammesBoard.Row> {

    /**
     * @param endOn its last day as then planned
     * @param closedOn its last day once it was closed; null while it runs
     */
    record Row(
            ProgrammeId programmeId,
            @Reference String reference,
            String title,
            LocalDate startOn,
            LocalDate endOn,
            @Nullable LocalDate closedOn) {

        Row ending(LocalDate end, @Nullable LocalDate closed) {
            return new Row(programmeId, reference, title, startOn, end, closed);
        }
    }

    ProgrammesBoard() {
        super("programmes", Span.DAYS, ProgrammeEvent.class, Row.class);
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends ProgrammeEvent> recorded) {
        return switch (recorded.event()) {
            case ProgrammeStarted e ->
                Timeline.of(
                        Days.from(e.effectiveOn()),
                        recorded.id(),
                        new Row(e.programmeId(), e.reference(), e.title(), e.effectiveOn(), e.lastDay(), null));
            case ProgrammeExtended e ->
                known.then(e.effectiveOn(), recorded.id(), known.last().ending(e.lastDay(), null));
            case ProgrammeClosed e ->
                known.then(
                        Days.after(e.lastDay()),
                        recorded.id(),
                        known.last().ending(known.last().endOn(), e.lastDay()));
            case PeriodLocked _ -> known;
        };
    }
}
