package org.sevenfold.query.sharedvalues;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.query.board.Row;

/**
 * A value statement in the words in which it holds over these days.
 *
 * @param eventId the event that put it into these words
 */
record ValueStatementRow(
        EventId eventId,
        ValueStatementId valueId,
        ProgrammeId programmeId,
        String reference,
        ValueStatementKind kind,
        String text,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    ValueStatementRow over(LocalDate from, @Nullable LocalDate to) {
        return new ValueStatementRow(eventId, valueId, programmeId, reference, kind, text, from, to);
    }

    ValueStatementRow reworded(EventId by, String words, LocalDate from) {
        return new ValueStatementRow(by, valueId, programmeId, reference, kind, words, from, validTo);
    }
}
