package org.sevenfold.query.staff;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.query.board.View;

/** Since when the council knows a person. */
final class PersonView implements View<PersonEvent, PersonRow> {

    @Override
    public List<PersonRow> evolve(List<PersonRow> timeline, Recorded<? extends PersonEvent> recorded) {
        return switch (recorded.event()) {
            case PersonRegistered person -> List.of(new PersonRow(person.personId(), person.effectiveOn(), null));
        };
    }
}
