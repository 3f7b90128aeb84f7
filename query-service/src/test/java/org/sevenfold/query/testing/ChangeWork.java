package org.sevenfold.query.testing;

import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.id;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sevenfold.events.Days;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.ProgrammeId;
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
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;

/** Events of initiatives, milestones and values. Everything is called by its reference, which always has the same id. */
public final class ChangeWork {

    public static final ProgrammeId PROGRAMME = new ProgrammeId(id("lea-marsh"));

    private ChangeWork() {}

    public static ProgrammeStarted programme() {
        return new ProgrammeStarted(
                PROGRAMME, "lea-marsh", "Reclaiming practice in Lea Marsh", START, LocalDate.of(2026, 12, 31));
    }

    public static InitiativeId initiative(String reference) {
        return new InitiativeId(id(reference));
    }

    public static MilestoneId milestone(String reference) {
        return new MilestoneId(id(reference));
    }

    public static ValueStatementId value(String reference) {
        return new ValueStatementId(id(reference));
    }

    public static InitiativeRegistered registered(
            String reference, Dimension dimension, String owner, LocalDate on, String... units) {
        return new InitiativeRegistered(
                initiative(reference),
                PROGRAMME,
                reference,
                "Initiative " + reference,
                dimension,
                new PersonId(id(owner)),
                units(units),
                on,
                LocalDate.of(2026, 11, 30),
                new PersonId(id("gita")),
                on);
    }

    public static InitiativeAssigned assigned(
            String reference, String previous, String owner, LocalDate from, String... units) {
        return new InitiativeAssigned(
                initiative(reference), new PersonId(id(previous)), new PersonId(id(owner)), units(units), from);
    }

    public static InitiativeApproved approved(String reference, LocalDate on) {
        return new InitiativeApproved(initiative(reference), on);
    }

    public static InitiativeClosed stopped(String reference, LocalDate on) {
        return new InitiativeClosed(initiative(reference), InitiativeOutcome.STOPPED, on);
    }

    public static InitiativeRated rated(String reference, Rag rag, LocalDate on) {
        return new InitiativeRated(initiative(reference), rag, on, null);
    }

    public static DimensionImpactDeclared affects(String reference, Dimension dimension, LocalDate on) {
        return new DimensionImpactDeclared(
                initiative(reference), dimension, "It works in another way.", "Training first.", null, on);
    }

    public static DimensionDeclaredNotAffected leaves(String reference, Dimension dimension, LocalDate on) {
        return new DimensionDeclaredNotAffected(
                initiative(reference), dimension, "Everything there stays as it is.", null, on);
    }

    public static InitiativeLinkedToValue serves(String reference, String value, LocalDate on) {
        return new InitiativeLinkedToValue(initiative(reference), value(value), "It helps.", on);
    }

    public static InitiativeUnlinkedFromValue servesNoLonger(String reference, String value, LocalDate on) {
        return new InitiativeUnlinkedFromValue(initiative(reference), value(value), Days.before(on));
    }

    /** The milestone {@code LM-014/3} belongs to LM-014 and is its third. */
    public static MilestoneAdded added(String reference, LocalDate dueOn, LocalDate on) {
        return new MilestoneAdded(
                of(reference),
                milestone(reference),
                Integer.parseInt(reference.substring(reference.indexOf('/') + 1)),
                reference,
                "Milestone " + reference,
                dueOn,
                on);
    }

    public static MilestoneReforecast expected(String reference, LocalDate previously, LocalDate dueOn, LocalDate on) {
        return new MilestoneReforecast(of(reference), milestone(reference), previously, dueOn, on);
    }

    public static MilestoneCompleted met(String reference, LocalDate on) {
        return new MilestoneCompleted(of(reference), milestone(reference), on, null, null);
    }

    public static MilestoneReopened reopened(String reference, LocalDate on) {
        return new MilestoneReopened(of(reference), milestone(reference), on);
    }

    public static MilestoneCancelled cancelled(String reference, LocalDate on) {
        return new MilestoneCancelled(of(reference), milestone(reference), on);
    }

    public static ValueStatementAdopted adopted(String reference, ValueStatementKind kind, LocalDate from) {
        return new ValueStatementAdopted(value(reference), PROGRAMME, reference, kind, "Words of " + reference, from);
    }

    private static InitiativeId of(String milestone) {
        return initiative(milestone.substring(0, milestone.indexOf('/')));
    }

    private static List<UnitId> units(String... references) {
        return Arrays.stream(references)
                .map(reference -> new UnitId(id(reference)))
                .toList();
    }
}
