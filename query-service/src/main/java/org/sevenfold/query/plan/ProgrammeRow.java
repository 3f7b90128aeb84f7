package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.query.board.Row;

/**
 * A programme as it was planned to run; another row from the day on which that changed.
 *
 * @param endOn its last day as then planned
 * @param closedOn its last day once it was closed; null while it runs
 */
record ProgrammeRow(
        ProgrammeId programmeId,
        String reference,
        String title,
        LocalDate startOn,
        LocalDate endOn,
        @Nullable LocalDate closedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    public ProgrammeRow until(LocalDate day) {
        return new ProgrammeRow(programmeId, reference, title, startOn, endOn, closedOn, validFrom, day);
    }

    public ProgrammeRow from(LocalDate day, LocalDate end, @Nullable LocalDate closed) {
        return new ProgrammeRow(programmeId, reference, title, startOn, end, closed, day, null);
    }
}
