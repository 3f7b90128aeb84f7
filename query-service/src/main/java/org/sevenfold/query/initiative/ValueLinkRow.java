package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.query.board.Row;

/** An initiative serves a value, and how. */
record ValueLinkRow(
        EventId eventId,
        InitiativeId initiativeId,
        ValueStatementId valueId,
        String how,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    ValueLinkRow over(LocalDate from, @Nullable LocalDate to) {
        return new ValueLinkRow(eventId, initiativeId, valueId, how, from, to);
    }
}
