package org.sevenfold.query.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** Since when the council knows a person, and since when nothing says any more who it is. */
@ReadTable
final class PeopleBoard extends Board<PersonEvent, PeopleBoard.Row> {

    /**
     * @param erasedOn since when nothing says who it is; null while the directory does
     * @param erasedAt the position at which that was recorded
     */
    record Row(
            PersonId personId,
            @Nullable LocalDate erasedOn,
            @Nullable Long erasedAt) {}

    PeopleBoard() {
        super("people", Span.DAYS, PersonEvent.class, Row.class);
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends PersonEvent> recorded) {
        return switch (recorded.event()) {
            case PersonRegistered e ->
                Timeline.of(Days.from(e.effectiveOn()), recorded.id(), new Row(e.personId(), null, null));
            case PersonErased e ->
                known.each(person -> new Row(person.personId(), e.effectiveOn(), recorded.position()));
            case LegalHoldPlaced _, LegalHoldReleased _, PersonErasureRequested _ -> known;
        };
    }
}
