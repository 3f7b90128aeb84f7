package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.initiative.Initiative.Assigned;
import org.sevenfold.command.initiative.Initiative.Open;
import org.sevenfold.command.initiative.InitiativeCommand.AssignInitiative;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeAssigned;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** Whether an initiative may get another owner or other units. What was so on days that are over stays so. */
final class InitiativeAssignment {

    private InitiativeAssignment() {}

    static List<InitiativeEvent> assign(AssignInitiative c, Open initiative, Circumstances in) {
        ProgrammeFacts programme = in.requireOpen(initiative.programme());
        in.requireInWindow(programme, c.from(), "The day of an assignment");
        requireAfterRegistration(c.from(), initiative);
        if (c.from().isBefore(in.today())) {
            in.requireWithinBackDating(c.from());
        }
        requireNoneSince(c.from(), initiative, in);
        Assigned before = initiative.on(c.from());
        PersonId owner = c.owner() == null ? before.owner() : c.owner();
        List<UnitId> units = c.units() == null ? before.units() : c.units();
        if (owner.equals(before.owner()) && units.equals(before.units())) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "Nothing would change.",
                            "On %s %s has this owner and these units already."
                                    .formatted(London.spoken(c.from()), initiative.spoken()))
                    .remedy("Nothing needs doing.");
        }
        Ownership.requireInPost(owner, c.from(), in);
        Ownership.requireUnits(units, c.from(), in);
        return List.of(new InitiativeAssigned(c.initiative(), before.owner(), owner, units, c.from()));
    }

    private static void requireAfterRegistration(LocalDate from, Open initiative) {
        LocalDate registered = initiative.assignments().getFirst().from();
        if (from.isBefore(registered)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The initiative was not registered yet on that day.",
                            "%s is registered since %s.".formatted(initiative.spoken(), London.spoken(registered)))
                    .remedy("Give that day or a later one.")
                    .with("allowed", List.of());
        }
    }

    /** What is planned for days to come can be replaced; what began meanwhile cannot. */
    private static void requireNoneSince(LocalDate from, Open initiative, Circumstances in) {
        initiative.assignments().stream()
                .filter(assignment ->
                        assignment.from().isAfter(from) && !assignment.from().isAfter(in.today()))
                .findFirst()
                .ifPresent(later -> {
                    throw Refusal.because(
                                    Code.EFFECTIVE_OVERLAP,
                                    "The initiative was assigned again since that day.",
                                    "%s has its present owner or units from %s on."
                                            .formatted(initiative.spoken(), London.spoken(later.from())))
                            .remedy("Give that day or a later one.")
                            .with("conflictsWith", later.by().toString());
                });
    }
}
