package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.query.board.Row;

/** On this day somebody said that a milestone is expected on another. */
record ReforecastRow(
        EventId eventId,
        MilestoneId milestoneId,
        InitiativeId initiativeId,
        LocalDate previously,
        LocalDate dueOn,
        LocalDate effectiveOn)
        implements Row.Point {}
