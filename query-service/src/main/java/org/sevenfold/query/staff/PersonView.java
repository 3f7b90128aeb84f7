package org.sevenfold.query.staff;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.query.board.View;

/** Since when the council knows a person, and since when nothing says any more who it is. */
final class PersonView implements View<PersonEvent, PersonRow> {

    @Override
    public List<PersonRow> evolve(List<PersonRow> timeline, Recorded<? extends PersonEvent> recorded) {
        return switch (recorded.event()) {
            case PersonRegistered e -> List.of(new PersonRow(e.personId(), e.effectiveOn(), null, null, null));
            case PersonErased e ->
                timeline.stream()
                        .map(row -> row.erased(e.effectiveOn(), recorded.position()))
                        .toList();
            case LegalHoldPlaced e -> timeline;
            case LegalHoldReleased e -> timeline;
            case PersonErasureRequested e -> timeline;
        };
    }
}
