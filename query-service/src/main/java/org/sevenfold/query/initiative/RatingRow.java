package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.query.board.Row;

/**
 * How an initiative stands in the eyes of who rated it.
 *
 * @param reason why it was rated so
 * @param overridden whether the facts spoke against it and somebody entitled accepted it
 */
record RatingRow(
        EventId eventId,
        InitiativeId initiativeId,
        Rag rag,
        @Nullable String reason,
        boolean overridden,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    RatingRow over(LocalDate from, @Nullable LocalDate to) {
        return new RatingRow(eventId, initiativeId, rag, reason, overridden, from, to);
    }
}
