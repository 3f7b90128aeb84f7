package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Initiatives.InitiativeFacts;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
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
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** Initiatives, by id and by reference. */
public final class Initiatives implements Lookup<InitiativeFacts> {

    public static final Initiatives LOOKUP = new Initiatives();

    /**
     * What rules know of an initiative.
     *
     * @param approvedOn null until it is approved
     * @param closedOn its last day; null while it is open
     * @param values the value statements that it serves, retired ones included
     */
    public record InitiativeFacts(
            InitiativeId initiativeId,
            ProgrammeId programmeId,
            String reference,
            String title,
            Dimension primaryDimension,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            Assignments assignments,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate closedOn,
            List<ValueStatementId> values) {

        /** Whether it was approved and goes on. */
        public boolean underWay() {
            return approvedOn != null && closedOn == null;
        }

        public PersonId ownerOn(LocalDate day) {
            return assignments.on(day).ownerId();
        }

        public List<UnitId> unitsOn(LocalDate day) {
            return assignments.on(day).unitIds();
        }
    }

    /** Who owned an initiative, owns it and will, and in which units; by first day, one a day. */
    public record Assignments(List<Assignment> assignments) {

        /** The one that holds on a day; the first one before the initiative was registered. */
        public Assignment on(LocalDate day) {
            return assignments.stream()
                    .filter(assignment -> !assignment.from.isAfter(day))
                    .reduce((earlier, later) -> later)
                    .orElseGet(assignments::getFirst);
        }

        /** With one more, which takes the place of all that would begin on its day or later. */
        public Assignments with(Assignment added) {
            return new Assignments(Stream.concat(
                            assignments.stream().filter(assignment -> assignment.from.isBefore(added.from)),
                            Stream.of(added))
                    .toList());
        }
    }

    /** An owner and units from a day on, until the next. */
    public record Assignment(LocalDate from, PersonId ownerId, List<UnitId> unitIds) {}

    private Initiatives() {}

    public static Optional<InitiativeFacts> byId(Lookups lookups, InitiativeId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By reference, in any case of letters. */
    public static Optional<InitiativeId> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).map(InitiativeFacts::initiativeId);
    }

    @Override
    public String name() {
        return "initiatives";
    }

    @Override
    public Class<InitiativeFacts> type() {
        return InitiativeFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case InitiativeRegistered e -> List.of(e.initiativeId().toString(), Key.named("reference", e.reference()));
            case InitiativeAssigned e -> List.of(e.initiativeId().toString());
            case InitiativeApproved e -> List.of(e.initiativeId().toString());
            case InitiativeClosed e -> List.of(e.initiativeId().toString());
            case InitiativeLinkedToValue e -> List.of(e.initiativeId().toString());
            case InitiativeUnlinkedFromValue e -> List.of(e.initiativeId().toString());
            default -> List.of();
        };
    }

    @Override
    public InitiativeFacts evolve(@Nullable InitiativeFacts before, String key, EventId id, DomainEvent event) {
        if (event instanceof InitiativeRegistered e) {
            return new InitiativeFacts(
                    e.initiativeId(),
                    e.programmeId(),
                    e.reference(),
                    e.title(),
                    e.primaryDimension(),
                    e.plannedStart(),
                    e.plannedEnd(),
                    new Assignments(List.of(new Assignment(e.effectiveOn(), e.ownerId(), e.unitIds()))),
                    null,
                    null,
                    List.of());
        }
        if (before == null) {
            throw new IllegalStateException("an initiative that was never registered: " + event);
        }
        return after(before, (InitiativeEvent) event);
    }

    private static InitiativeFacts after(InitiativeFacts i, InitiativeEvent event) {
        return switch (event) {
            case InitiativeAssigned e ->
                with(
                        i,
                        i.assignments.with(new Assignment(e.effectiveOn(), e.ownerId(), e.unitIds())),
                        i.approvedOn,
                        i.closedOn,
                        i.values);
            case InitiativeApproved e -> with(i, i.assignments, e.effectiveOn(), i.closedOn, i.values);
            case InitiativeClosed e -> with(i, i.assignments, i.approvedOn, e.lastDay(), i.values);
            case InitiativeLinkedToValue e ->
                with(
                        i,
                        i.assignments,
                        i.approvedOn,
                        i.closedOn,
                        Stream.concat(i.values.stream(), Stream.of(e.valueId())).toList());
            case InitiativeUnlinkedFromValue e ->
                with(
                        i,
                        i.assignments,
                        i.approvedOn,
                        i.closedOn,
                        i.values.stream()
                                .filter(value -> !value.equals(e.valueId()))
                                .toList());
            case InitiativeRegistered e -> throw new IllegalStateException("registered twice: " + e);
            case DimensionImpactDeclared e -> i;
            case DimensionDeclaredNotAffected e -> i;
            case InitiativeRated e -> i;
        };
    }

    private static InitiativeFacts with(
            InitiativeFacts i,
            Assignments assignments,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate closedOn,
            List<ValueStatementId> values) {
        return new InitiativeFacts(
                i.initiativeId,
                i.programmeId,
                i.reference,
                i.title,
                i.primaryDimension,
                i.plannedStart,
                i.plannedEnd,
                assignments,
                approvedOn,
                closedOn,
                values);
    }
}
