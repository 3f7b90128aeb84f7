package org.sevenfold.command.staff;

import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.events.staff.PersonId;

/** The person directory, outside the log: it alone knows who an opaque id is. */
interface Directory {

    /** Enters the person in the transaction that stores the events; refuses a number or an address that is taken. */
    void enter(RegisterPerson person);

    /** Has the events stored only where the person's entry is gone by then. */
    void requireGone(PersonId person);
}
