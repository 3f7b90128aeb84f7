package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.InitiativeRefusals;
import org.sevenfold.command.initiative.InitiativeCommand.ApproveInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.AssignInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.CloseInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.ConsiderDimension;
import org.sevenfold.command.initiative.InitiativeCommand.LinkInitiativeToValue;
import org.sevenfold.command.initiative.InitiativeCommand.RateInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.RegisterInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.UnlinkInitiativeFromValue;
import org.sevenfold.events.Dimension;
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

/**
 * An initiative. It begins only once somebody has said for each of the seven dimensions what it does to it or why it
 * does nothing, it serves a value, and somebody else than who registered it has approved it; and somebody in post owns
 * it on every day.
 */
sealed interface Initiative {

    /** Nothing has happened yet. */
    record NotYet() implements Initiative {}

    /**
     * It goes on.
     *
     * @param considered for each dimension of which somebody spoke, whether it is affected
     * @param values the value statements that it serves
     * @param assignments who owns it from which day on, the earliest first
     */
    record Open(
            InitiativeId id,
            ProgrammeId programme,
            String reference,
            String title,
            Dimension primary,
            PersonId registeredBy,
            @Nullable LocalDate approvedOn,
            Map<Dimension, Boolean> considered,
            List<ValueStatementId> values,
            List<Assigned> assignments)
            implements Initiative {

        String spoken() {
            return "%s '%s'".formatted(reference, title);
        }

        /** Who owns it on a day; before it was registered, who did at first. */
        Assigned on(LocalDate day) {
            return assignments.stream()
                    .filter(assignment -> !assignment.from.isAfter(day))
                    .reduce((earlier, later) -> later)
                    .orElseGet(assignments::getFirst);
        }

        private Open with(
                @Nullable LocalDate approved,
                Map<Dimension, Boolean> dimensions,
                List<ValueStatementId> served,
                List<Assigned> owners) {
            return new Open(
                    id, programme, reference, title, primary, registeredBy, approved, dimensions, served, owners);
        }
    }

    /** It is over. */
    record Closed(String reference, String title, LocalDate on) implements Initiative {}

    /** An owner and units from a day on, until the next. */
    record Assigned(EventId by, LocalDate from, PersonId owner, List<UnitId> units) {}

    static List<InitiativeEvent> decide(InitiativeCommand command, Initiative state, Circumstances in) {
        return switch (command) {
            case RegisterInitiative c -> InitiativeRegistration.register(c, in);
            case ConsiderDimension c -> InitiativeConsiderations.consider(c, open(state, in), in);
            case LinkInitiativeToValue c -> InitiativeConsiderations.link(c, open(state, in), in);
            case UnlinkInitiativeFromValue c -> InitiativeConsiderations.unlink(c, open(state, in), in);
            case ApproveInitiative c -> InitiativeApproval.approve(c, open(state, in), in);
            case AssignInitiative c -> InitiativeAssignment.assign(c, open(state, in), in);
            case RateInitiative c -> InitiativeRating.rate(c, open(state, in), in);
            case CloseInitiative c -> InitiativeClosing.close(c, open(state, in), in);
        };
    }

    static Initiative evolve(Initiative state, EventId id, InitiativeEvent event) {
        if (event instanceof InitiativeRegistered e) {
            return new Open(
                    e.initiativeId(),
                    e.programmeId(),
                    e.reference(),
                    e.title(),
                    e.primaryDimension(),
                    e.registeredBy(),
                    null,
                    Map.of(),
                    List.of(),
                    List.of(new Assigned(id, e.effectiveOn(), e.ownerId(), e.unitIds())));
        }
        Open i = (Open) state;
        return switch (event) {
            case InitiativeRegistered e -> throw new IllegalStateException("registered twice: " + e);
            case DimensionImpactDeclared e -> considered(i, e.dimension(), true);
            case DimensionDeclaredNotAffected e -> considered(i, e.dimension(), false);
            case InitiativeLinkedToValue e -> serving(i, Stream.concat(i.values.stream(), Stream.of(e.valueId())));
            case InitiativeUnlinkedFromValue e ->
                serving(i, i.values.stream().filter(value -> !value.equals(e.valueId())));
            case InitiativeApproved e -> i.with(e.effectiveOn(), i.considered, i.values, i.assignments);
            case InitiativeAssigned e -> assigned(i, new Assigned(id, e.effectiveOn(), e.ownerId(), e.unitIds()));
            case InitiativeRated e -> i;
            case InitiativeClosed e -> new Closed(i.reference, i.title, e.lastDay());
        };
    }

    private static Open considered(Open i, Dimension dimension, boolean affected) {
        var all = new EnumMap<Dimension, Boolean>(Dimension.class);
        all.putAll(i.considered);
        all.put(dimension, affected);
        return i.with(i.approvedOn, all, i.values, i.assignments);
    }

    private static Open serving(Open i, Stream<ValueStatementId> values) {
        return i.with(i.approvedOn, i.considered, values.toList(), i.assignments);
    }

    private static Open assigned(Open i, Assigned added) {
        var all = new ArrayList<>(i.assignments);
        all.removeIf(assignment -> !assignment.from.isBefore(added.from));
        all.add(added);
        return i.with(i.approvedOn, i.considered, i.values, List.copyOf(all));
    }

    private static Open open(Initiative state, Circumstances in) {
        return switch (state) {
            case Open initiative -> {
                in.requireOpen(initiative.programme);
                yield initiative;
            }
            case Closed initiative ->
                throw InitiativeRefusals.closed(initiative.reference, initiative.title, initiative.on);
            case NotYet none -> throw InitiativeRefusals.unknown();
        };
    }
}
