package org.sevenfold.query.structure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Row;

/** Who manages a unit or a group, by the event that said so. */
record GroupManagerRow(
        EventId eventId,
        UnitId unitId,
        PersonId personId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) implements Row.Interval {

    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || day.isBefore(validTo));
    }
}
