package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionDeclaredNotAffected;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionImpactDeclared;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeApproved;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeAssigned;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRated;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeUnlinkedFromValue;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** The life of one initiative under its owners, so that a month that is over keeps the owner that it had. */
@ReadTable
final class InitiativesBoard extends Board<InitiativeEvent, InitiativesBoard.Row> {

    /**
     * @param approvedOn the day on which it was approved; null until it is
     * @param closedOn its last day; null while it is open
     */
    record Row(
            InitiativeId initiativeId,
            ProgrammeId programmeId,
            @Reference String reference,
            String title,
            Dimension primaryDimension,
            PersonId ownerId,
            PersonId registeredBy,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            LocalDate registeredOn,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate closedOn,
            @Nullable InitiativeOutcome outcome) {

        static Row of(InitiativeRegistered e) {
            return new Row(
                    e.initiativeId(),
                    e.programmeId(),
                    e.reference(),
                    e.title(),
                    e.primaryDimension(),
                    e.ownerId(),
                    e.registeredBy(),
                    e.plannedStart(),
                    e.plannedEnd(),
                    e.effectiveOn(),
                    null,
                    null,
                    null);
        }

        Row ownedBy(PersonId owner) {
            return with(owner, approvedOn, closedOn, outcome);
        }

        Row approved(LocalDate day) {
            return with(ownerId, day, closedOn, outcome);
        }

        Row closed(LocalDate day, InitiativeOutcome how) {
            return with(ownerId, approvedOn, day, how);
        }

        private Row with(
                PersonId owner,
                @Nullable LocalDate approved,
                @Nullable LocalDate closed,
                @Nullable InitiativeOutcome how) {
            return new Row(
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
                    how);
        }
    }

    InitiativesBoard() {
        super("initiatives", Span.DAYS, InitiativeEvent.class, Row.class);
        namesEvents();
        index("programme_id", "reference");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeRegistered e -> Timeline.of(Days.from(e.effectiveOn()), recorded.id(), Row.of(e));
            case InitiativeAssigned e ->
                known.then(e.effectiveOn(), recorded.id(), known.last().ownedBy(e.ownerId()));
            case InitiativeApproved e -> known.each(row -> row.approved(e.effectiveOn()));
            case InitiativeClosed e -> known.each(row -> row.closed(e.lastDay(), e.outcome()));
            case InitiativeLinkedToValue _, InitiativeUnlinkedFromValue _, InitiativeRated _ -> known;
            case DimensionImpactDeclared _, DimensionDeclaredNotAffected _ -> known;
        };
    }
}
