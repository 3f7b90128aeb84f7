package org.sevenfold.command.change;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneId;
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

    /**
     * An initiative, and so the units that it changes on a day, with those that it shall change. Somebody's own group
     * must hold all of them, and at least one; for somebody's own unit it is enough to be one of them.
     *
     * @param on null where it is judged on the day on which the command comes in
     */
    record OfInitiative(
            InitiativeId initiative,
            List<UnitId> also,
            @Nullable LocalDate on) implements Subject {}

    /**
     * A milestone, and so the units that its initiative changes on a day.
     *
     * @param on null where it is judged on the day on which the command comes in
     */
    record OfMilestone(MilestoneId milestone, @Nullable LocalDate on) implements Subject {}

    /** A fact that somebody recorded. */
    record OfFact(FactRef fact) implements Subject {}
}
