package org.sevenfold.query.plan;

import java.time.LocalDate;
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

/** The months of one programme that are reported and closed, each on its last day. */
@ReadTable
final class LockedPeriodsBoard extends Board<ProgrammeEvent, LockedPeriodsBoard.Row> {

    /** @param month its first day */
    record Row(ProgrammeId programmeId, LocalDate month) {}

    LockedPeriodsBoard() {
        super("locked_periods", Span.ONE_DAY, ProgrammeEvent.class, Row.class);
        index("month");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends ProgrammeEvent> recorded) {
        return switch (recorded.event()) {
            case PeriodLocked e ->
                known.with(
                        Days.on(e.month().atEndOfMonth()),
                        recorded.id(),
                        new Row(e.programmeId(), e.month().atDay(1)));
            case ProgrammeStarted _, ProgrammeExtended _, ProgrammeClosed _ -> known;
        };
    }
}
