package org.sevenfold.command.change;

import java.time.LocalDate;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;

/** Whom or what a command is about. */
public sealed interface Subject {

    /** The council as a whole. */
    record Council() implements Subject {}

    /** A unit as it is on a day. */
    record OfUnit(UnitId unit, LocalDate on) implements Subject {}

    /** A person, and so the units in which that person is in post on a day. */
    record OfPerson(PersonId person, LocalDate on) implements Subject {}

    /** A fact that somebody recorded. */
    record OfFact(FactRef fact) implements Subject {}
}
