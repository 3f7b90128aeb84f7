package org.sevenfold.command.staff;

import org.sevenfold.command.change.Effect;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.events.staff.PersonId;

/** What follows for the person directory, which stands outside the log: it alone knows who an opaque id is. */
sealed interface Directory extends Effect {

    /** The person is entered, unless the number or the address is taken. */
    record Enter(RegisterPerson person) implements Directory {}

    /** The events are stored only where the person's entry is gone by then. */
    record RequireGone(PersonId person) implements Directory {}
}
