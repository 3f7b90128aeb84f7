package org.sevenfold.query.structure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.query.board.Row;

/**
 * A unit, group or team over the days on which it is as it says.
 *
 * @param successorId the unit that goes on with its work once it is closed; null where none does
 */
record UnitRow(
        UnitId unitId,
        String reference,
        String name,
        UnitKind kind,
        String serviceArea,
        @Nullable UnitId groupId,
        @Nullable UnitId successorId,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {}
