package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Dependencies;
import org.sevenfold.command.lookups.Dependencies.Dependency;
import org.sevenfold.command.lookups.Initiatives.InitiativeFacts;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.command.plan.Milestone.Open;
import org.sevenfold.command.plan.MilestoneCommand.CompleteMilestone;
import org.sevenfold.events.Days;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * Whether a milestone may count as met on a day. A milestone is a moment, so each kind of dependency asks the same of
 * it: what it waits for was met, and the days between have passed. What was cancelled is waited for no longer.
 */
final class MilestoneCompletion {

    private MilestoneCompletion() {}

    static List<MilestoneEvent> complete(CompleteMilestone c, Open milestone, Circumstances in) {
        InitiativeFacts initiative = Milestone.requireOpen(milestone.initiative(), in);
        in.requireNotFuture(c.metOn(), "The day on which a milestone was met");
        if (c.metOn().isBefore(initiative.plannedStart())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The initiative had not begun on that day.",
                            "%s '%s' begins on %s."
                                    .formatted(
                                            initiative.reference(),
                                            initiative.title(),
                                            London.spoken(initiative.plannedStart())))
                    .remedy("Check the day on which the milestone was met.")
                    .with("allowed", List.of());
        }
        in.requireWithinBackDating(c.metOn());
        return List.of(new MilestoneCompleted(
                milestone.initiative(),
                c.milestone(),
                c.metOn(),
                c.evidence(),
                outOfOrder(c, milestone, initiative, in)));
    }

    private static @Nullable Overridden outOfOrder(
            CompleteMilestone c, Open milestone, InitiativeFacts initiative, Circumstances in) {
        List<String> missing = Dependencies.into(in.lookups(), c.milestone()).stream()
                .flatMap(dependency -> missing(dependency, c.metOn(), in).stream())
                .toList();
        if (missing.isEmpty()) {
            return null;
        }
        Refusal refusal = Refusal.because(
                        Code.PREDECESSOR_INCOMPLETE,
                        "Something has to come first.",
                        "%s '%s' cannot count as met on %s. It waits for: %s."
                                .formatted(
                                        milestone.reference(),
                                        milestone.title(),
                                        London.spoken(c.metOn()),
                                        String.join("; ", missing)))
                .remedy("Record what comes first as met, or ask the programme manager to accept another order with what"
                        + " is done about it.");
        return in.setAside(refusal, c.override(), initiative.ownerOn(c.metOn()));
    }

    private static Optional<String> missing(Dependency dependency, LocalDate metOn, Circumstances in) {
        MilestoneFacts first = Milestones.byId(in.lookups(), dependency.from()).orElseThrow();
        if (first.cancelledOn() != null) {
            return Optional.empty();
        }
        String spoken = "%s '%s'".formatted(first.reference(), first.title());
        LocalDate met = first.metOn();
        if (met == null) {
            return Optional.of(spoken + ", which is not met");
        }
        LocalDate earliest = Days.after(met, dependency.lagDays());
        return metOn.isBefore(earliest)
                ? Optional.of("%s, which was met on %s, so not before %s"
                        .formatted(spoken, London.spoken(met), London.spoken(earliest)))
                : Optional.empty();
    }
}
