package org.sevenfold.command.staff;

import org.sevenfold.command.staff.PersonCommand.RegisterPerson;

/** The person directory, outside the log: it alone knows who an opaque id is. */
@FunctionalInterface
interface Directory {

    /** Enters the person in the transaction that stores the events; refuses a number or an address that is taken. */
    void enter(RegisterPerson person);
}
