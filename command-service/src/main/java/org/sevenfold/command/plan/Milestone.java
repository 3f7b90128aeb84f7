package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.InitiativeRefusals;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.lookups.Initiatives;
import org.sevenfold.command.lookups.Initiatives.InitiativeFacts;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.command.lookups.MilestonesOfInitiative;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.command.plan.MilestoneCommand.AddMilestone;
import org.sevenfold.command.plan.MilestoneCommand.CancelMilestone;
import org.sevenfold.command.plan.MilestoneCommand.CompleteMilestone;
import org.sevenfold.command.plan.MilestoneCommand.ReforecastMilestone;
import org.sevenfold.command.plan.MilestoneCommand.ReopenMilestone;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A milestone of an initiative. It is met or it is not, there is no percentage; what should come first comes first; and
 * a new forecast never changes how late it is.
 */
sealed interface Milestone {

    /** Nothing has happened yet. */
    record NotYet() implements Milestone {}

    /** It is still to be met. */
    record Open(InitiativeId initiative, String reference, String title, LocalDate forecast) implements Milestone {}

    /** It was met. */
    record Met(Open before, LocalDate on) implements Milestone {}

    /** Nobody needs it any more. */
    record Cancelled(Open before, LocalDate on) implements Milestone {}

    static List<MilestoneEvent> decide(MilestoneCommand command, Milestone state, Circumstances in) {
        return switch (command) {
            case AddMilestone c -> add(c, in);
            case CompleteMilestone c -> MilestoneCompletion.complete(c, open(state), in);
            case ReforecastMilestone c -> reforecast(c, open(state), in);
            case CancelMilestone c -> cancel(c, open(state), in);
            case ReopenMilestone c -> reopen(c, state, in);
        };
    }

    static Milestone evolve(Milestone state, MilestoneEvent event) {
        return switch (event) {
            case MilestoneAdded e -> new Open(e.initiativeId(), e.reference(), e.title(), e.dueOn());
            case MilestoneReforecast e -> {
                Open open = (Open) state;
                yield new Open(open.initiative, open.reference, open.title, e.dueOn());
            }
            case MilestoneCompleted e -> new Met((Open) state, e.effectiveOn());
            case MilestoneReopened e -> ((Met) state).before;
            case MilestoneCancelled e -> new Cancelled((Open) state, e.effectiveOn());
        };
    }

    private static List<MilestoneEvent> add(AddMilestone c, Circumstances in) {
        InitiativeFacts initiative = requireOpen(c.initiative(), in);
        ProgrammeFacts programme = in.requireOpen(initiative.programmeId());
        List<MilestoneFacts> known = Milestones.of(in.lookups(), c.initiative());
        known.stream()
                .filter(milestone ->
                        milestone.cancelledOn() == null && milestone.title().equalsIgnoreCase(c.title()))
                .findFirst()
                .or(() -> Milestones.byId(in.lookups(), c.milestone()))
                .ifPresent(taken -> {
                    throw Refusal.because(
                                    Code.DUPLICATE,
                                    "There is such a milestone already.",
                                    "%s '%s' is in the plan.".formatted(taken.reference(), taken.title()))
                            .remedy("Use the existing milestone, or give the new one another title.")
                            .with("existingId", taken.milestoneId().toString());
                });
        in.requireInWindow(programme, c.dueOn(), "The day of a milestone");
        int number = MilestonesOfInitiative.of(in.lookups(), c.initiative()).size() + 1;
        return List.of(new MilestoneAdded(
                c.initiative(),
                c.milestone(),
                number,
                initiative.reference() + "/" + number,
                c.title(),
                c.dueOn(),
                in.today()));
    }

    private static List<MilestoneEvent> reforecast(ReforecastMilestone c, Open milestone, Circumstances in) {
        Reasoned.require(c.reason());
        InitiativeFacts initiative = requireOpen(milestone.initiative, in);
        in.requireInWindow(in.requireOpen(initiative.programmeId()), c.to(), "The day of a milestone");
        if (c.to().isBefore(in.today())) {
            throw Refusal.because(
                            Code.BACK_DATING_LIMIT,
                            "Nothing is expected on a day that is over.",
                            "%s has passed; today is %s.".formatted(London.spoken(c.to()), London.spoken(in.today())))
                    .remedy("Give a day from today on, or record the milestone as met.");
        }
        if (c.to().equals(milestone.forecast)) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "Nothing would change.",
                            "%s '%s' is expected on %s already."
                                    .formatted(milestone.reference, milestone.title, London.spoken(c.to())))
                    .remedy("Nothing needs doing.");
        }
        return List.of(
                new MilestoneReforecast(milestone.initiative, c.milestone(), milestone.forecast, c.to(), in.today()));
    }

    private static List<MilestoneEvent> cancel(CancelMilestone c, Open milestone, Circumstances in) {
        Reasoned.require(c.reason());
        requireOpen(milestone.initiative, in);
        return List.of(new MilestoneCancelled(milestone.initiative, c.milestone(), in.today()));
    }

    private static List<MilestoneEvent> reopen(ReopenMilestone c, Milestone state, Circumstances in) {
        Reasoned.require(c.reason());
        if (!(state instanceof Met milestone)) {
            Open open = open(state);
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The milestone is not met.",
                            "%s '%s' is still to be met, so there is nothing to take back."
                                    .formatted(open.reference, open.title))
                    .remedy("Nothing needs doing.")
                    .with("allowed", List.of("complete-milestone", "reforecast-milestone", "cancel-milestone"));
        }
        requireOpen(milestone.before.initiative, in);
        return List.of(new MilestoneReopened(milestone.before.initiative, c.milestone(), in.today()));
    }

    /** The initiative, which has to go on, in a programme that runs. */
    static InitiativeFacts requireOpen(InitiativeId id, Circumstances in) {
        InitiativeFacts initiative = Initiatives.byId(in.lookups(), id).orElseThrow(InitiativeRefusals::unknown);
        in.requireOpen(initiative.programmeId());
        LocalDate closed = initiative.closedOn();
        if (closed != null) {
            throw InitiativeRefusals.closed(initiative.reference(), initiative.title(), closed);
        }
        return initiative;
    }

    private static Open open(Milestone state) {
        return switch (state) {
            case Open milestone -> milestone;
            case Met milestone ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "The milestone is met.",
                                "%s '%s' was met on %s."
                                        .formatted(
                                                milestone.before.reference,
                                                milestone.before.title,
                                                London.spoken(milestone.on)))
                        .remedy("Nothing needs doing; if it is not met after all, reopen it.")
                        .with("allowed", List.of("reopen-milestone"));
            case Cancelled milestone ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "The milestone is cancelled.",
                                "%s '%s' was cancelled on %s."
                                        .formatted(
                                                milestone.before.reference,
                                                milestone.before.title,
                                                London.spoken(milestone.on)))
                        .remedy("Add a new milestone if it is needed after all.")
                        .with("allowed", List.of("add-milestone"));
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such milestone.", "Nobody has added it.")
                        .remedy("Add the milestone first.");
        };
    }
}
