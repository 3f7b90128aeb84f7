package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.query.board.View;

/** The life of one programme. */
final class ProgrammeView implements View<ProgrammeEvent, ProgrammeRow> {

    @Override
    public List<ProgrammeRow> evolve(List<ProgrammeRow> timeline, Recorded<? extends ProgrammeEvent> recorded) {
        return switch (recorded.event()) {
            case ProgrammeStarted e ->
                List.of(new ProgrammeRow(
                        e.programmeId(),
                        e.reference(),
                        e.title(),
                        e.effectiveOn(),
                        e.endOn(),
                        null,
                        e.effectiveOn(),
                        null));
            case ProgrammeExtended e -> {
                ProgrammeRow last = timeline.getLast();
                yield followed(timeline, e.effectiveOn(), last.from(e.effectiveOn(), e.endOn(), null));
            }
            case ProgrammeClosed e -> {
                ProgrammeRow last = timeline.getLast();
                LocalDate after = e.effectiveOn().plusDays(1);
                yield followed(timeline, after, last.from(after, last.endOn(), e.effectiveOn()));
            }
            case PeriodLocked e -> timeline;
        };
    }

    /** The rows up to a day, and what holds from there on. */
    private static List<ProgrammeRow> followed(List<ProgrammeRow> timeline, LocalDate day, ProgrammeRow next) {
        var rows = new ArrayList<ProgrammeRow>();
        for (ProgrammeRow row : timeline) {
            if (row.validFrom().isBefore(day)) {
                LocalDate to = row.validTo();
                rows.add(to == null || to.isAfter(day) ? row.until(day) : row);
            }
        }
        rows.add(next);
        return rows;
    }
}
