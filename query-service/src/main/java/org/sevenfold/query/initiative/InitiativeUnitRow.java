package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Row;

/** An initiative changes a unit. */
record InitiativeUnitRow(
        InitiativeId initiativeId,
        UnitId unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) implements Row.Interval {

    InitiativeUnitRow over(LocalDate from, @Nullable LocalDate to) {
        return new InitiativeUnitRow(initiativeId, unitId, from, to);
    }
}
