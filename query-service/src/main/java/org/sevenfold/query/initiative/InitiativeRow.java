package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Row;

/**
 * An initiative over the days on which somebody owns it.
 *
 * @param eventId the event that made that person its owner
 * @param approvedOn the day on which it was approved; null until it is
 * @param closedOn its last day; null while it is open
 */
record InitiativeRow(
        EventId eventId,
        InitiativeId initiativeId,
        ProgrammeId programmeId,
        String reference,
        String title,
        Dimension primaryDimension,
        PersonId ownerId,
        PersonId registeredBy,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        LocalDate registeredOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate closedOn,
        @Nullable InitiativeOutcome outcome,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    InitiativeRow over(LocalDate from, @Nullable LocalDate to) {
        return with(eventId, ownerId, approvedOn, closedOn, outcome, from, to);
    }

    InitiativeRow approved(LocalDate day) {
        return with(eventId, ownerId, day, closedOn, outcome, validFrom, validTo);
    }

    InitiativeRow closed(LocalDate day, InitiativeOutcome how) {
        return with(eventId, ownerId, approvedOn, day, how, validFrom, validTo);
    }

    InitiativeRow ownedBy(EventId by, PersonId owner, LocalDate from) {
        return with(by, owner, approvedOn, closedOn, outcome, from, null);
    }

    private InitiativeRow with(
            EventId by,
            PersonId owner,
            @Nullable LocalDate approved,
            @Nullable LocalDate closed,
            @Nullable InitiativeOutcome how,
            LocalDate from,
            @Nullable LocalDate to) {
        return new InitiativeRow(
                by,
                initiativeId,
                programmeId,
                reference,
                title,
                primaryDimension,
                owner,
                registeredBy,
                plannedStart,
                plannedEnd,
                registeredOn,
                approved,
                closed,
                how,
                from,
                to);
    }
}
