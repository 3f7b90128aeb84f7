package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.query.board.Row;

/** One milestone waits for another over these days. */
record DependencyRow(
        EventId eventId,
        ProgrammeId programmeId,
        MilestoneId fromId,
        MilestoneId toId,
        DependencyType type,
        int lagDays,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    DependencyRow over(LocalDate from, @Nullable LocalDate to) {
        return new DependencyRow(eventId, programmeId, fromId, toId, type, lagDays, from, to);
    }

    boolean joins(MilestoneId from, MilestoneId to) {
        return fromId.equals(from) && toId.equals(to);
    }
}
