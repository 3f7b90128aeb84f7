package org.sevenfold.query.plan;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.query.board.View;

/** The months of one programme that are reported and closed. */
final class LockedPeriodView implements View<ProgrammeEvent, LockedPeriodRow> {

    @Override
    public List<LockedPeriodRow> evolve(List<LockedPeriodRow> timeline, Recorded<? extends ProgrammeEvent> recorded) {
        return switch (recorded.event()) {
            case PeriodLocked e -> {
                var grown = new ArrayList<>(timeline);
                grown.add(new LockedPeriodRow(
                        e.programmeId(), e.month().atDay(1), e.month().atEndOfMonth()));
                yield grown;
            }
            case ProgrammeStarted e -> timeline;
            case ProgrammeExtended e -> timeline;
            case ProgrammeClosed e -> timeline;
        };
    }
}
