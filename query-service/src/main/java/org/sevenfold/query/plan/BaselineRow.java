package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.query.board.Row;

/**
 * The day of one milestone by an agreed plan.
 *
 * @param number of the agreed plan, from 0
 * @param validTo always null: what was agreed stays what was agreed
 */
record BaselineRow(
        EventId eventId,
        ProgrammeId programmeId,
        int number,
        String name,
        MilestoneId milestoneId,
        LocalDate dueOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {}
