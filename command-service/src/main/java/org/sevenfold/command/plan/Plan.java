package org.sevenfold.command.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Listed;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.lookups.Baselines;
import org.sevenfold.command.lookups.Initiatives;
import org.sevenfold.command.lookups.Initiatives.InitiativeFacts;
import org.sevenfold.command.lookups.InitiativesOfProgramme;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.command.plan.PlanCommand.AddDependency;
import org.sevenfold.command.plan.PlanCommand.BaselinePlan;
import org.sevenfold.command.plan.PlanCommand.RemoveDependency;
import org.sevenfold.command.plan.Waiting.Link;
import org.sevenfold.events.Days;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A programme's plan. No milestone waits for itself, however long the way; the whole plan is one stream, so that two
 * people cannot close a circle from two ends. What was agreed once is never changed, only followed by the next.
 *
 * @param baselines the names of the agreed plans, from number 0
 */
record Plan(Waiting waiting, List<String> baselines) {

    static final Plan NONE = new Plan(Waiting.FOR_NOTHING, List.of());

    static List<PlanEvent> decide(PlanCommand command, Plan state, Circumstances in) {
        return switch (command) {
            case AddDependency c -> add(c, state, in);
            case RemoveDependency c -> remove(c, state, in);
            case BaselinePlan c -> baseline(c, state, in);
        };
    }

    static Plan evolve(Plan state, PlanEvent event) {
        return switch (event) {
            case DependencyAdded e ->
                new Plan(state.waiting.with(new Link(e.fromId(), e.toId(), e.effectiveOn())), state.baselines);
            case DependencyRemoved e -> new Plan(state.waiting.without(e.fromId(), e.toId()), state.baselines);
            case PlanBaselined e ->
                new Plan(
                        state.waiting,
                        Stream.concat(state.baselines.stream(), Stream.of(e.name()))
                                .toList());
        };
    }

    private static List<PlanEvent> add(AddDependency c, Plan plan, Circumstances in) {
        ProgrammeFacts programme = in.requireOpen(c.programme());
        requireWanted(milestone(c.from(), programme, in), in);
        requireToCome(milestone(c.to(), programme, in), in);
        plan.waiting.between(c.from(), c.to()).ifPresent(link -> {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "This milestone waits for the other already.",
                            "%s waits for %s since %s."
                                    .formatted(spoken(c.to(), in), spoken(c.from(), in), London.spoken(link.since())))
                    .remedy("Nothing needs doing; to change how it waits, remove this first and add it anew.");
        });
        requireNoCycle(c, plan, in);
        return List.of(new DependencyAdded(
                c.programme(),
                c.from(),
                c.to(),
                c.type() == null ? DependencyType.FS : c.type(),
                c.lagDays() == null ? 0 : c.lagDays(),
                in.today()));
    }

    private static void requireNoCycle(AddDependency c, Plan plan, Circumstances in) {
        // Few plans come near a circle, so only where one does is it asked which milestones on the way still count.
        List<MilestoneId> way =
                plan.waiting.way(c.to(), c.from(), milestone -> true).isEmpty()
                        ? List.of()
                        : plan.waiting.way(c.to(), c.from(), milestone -> isWanted(milestone, in));
        if (way.isEmpty()) {
            return;
        }
        var circle = new ArrayList<>(List.of(c.from()));
        circle.addAll(way);
        throw Refusal.because(
                        Code.DEPENDENCY_CYCLE,
                        "In the end a milestone would wait for itself.",
                        "This would close a circle: %s."
                                .formatted(circle.stream()
                                        .map(milestone -> spoken(milestone, in))
                                        .collect(Collectors.joining(" → "))))
                .remedy("Leave it out, or first remove one of the others on the way.")
                .with(
                        "path",
                        circle.stream().map(milestone -> spoken(milestone, in)).toList());
    }

    private static List<PlanEvent> remove(RemoveDependency c, Plan plan, Circumstances in) {
        Reasoned.require(c.reason());
        ProgrammeFacts programme = in.requireOpen(c.programme());
        milestone(c.from(), programme, in);
        milestone(c.to(), programme, in);
        if (plan.waiting.between(c.from(), c.to()).isEmpty()) {
            List<String> others = plan.waiting.waitedForBy(c.to()).stream()
                    .map(milestone -> spoken(milestone, in))
                    .toList();
            throw Refusal.because(
                            Code.NOT_FOUND,
                            "There is no such dependency.",
                            "%s does not wait for %s; it waits for %s."
                                    .formatted(
                                            spoken(c.to(), in),
                                            spoken(c.from(), in),
                                            others.isEmpty() ? "nothing" : Listed.of(others)))
                    .remedy("Check the two milestones, and which of them comes first.");
        }
        return List.of(new DependencyRemoved(c.programme(), c.from(), c.to(), Days.before(in.today())));
    }

    private static List<PlanEvent> baseline(BaselinePlan c, Plan plan, Circumstances in) {
        Reasoned.require(c.reason());
        in.requireOpen(c.programme());
        if (plan.baselines.stream().anyMatch(c.name()::equalsIgnoreCase)) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "A plan of this name was agreed already.",
                            "The plan '%s' stays as it was agreed then.".formatted(c.name()))
                    .remedy("Give the plan that is agreed now another name.");
        }
        List<BaselinedMilestone> agreed = InitiativesOfProgramme.of(in.lookups(), c.programme()).stream()
                .flatMap(initiative -> agreed(initiative, in.lookups()))
                .toList();
        if (agreed.isEmpty()) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "There is nothing to agree yet.",
                            "No initiative of the programme has a milestone.")
                    .remedy("Add the milestones first.")
                    .with("allowed", List.of("add-milestone"));
        }
        return List.of(new PlanBaselined(c.programme(), plan.baselines.size(), c.name(), agreed, in.today()));
    }

    /** The days of one initiative's milestones: what is met keeps the day for which it was agreed before. */
    private static Stream<BaselinedMilestone> agreed(InitiativeId initiative, Lookups lookups) {
        boolean open = Initiatives.byId(lookups, initiative).orElseThrow().closedOn() == null;
        return Milestones.of(lookups, initiative).stream()
                .filter(milestone -> milestone.cancelledOn() == null)
                .filter(milestone -> open || milestone.metOn() != null)
                .map(milestone -> new BaselinedMilestone(
                        milestone.milestoneId(),
                        milestone.metOn() == null
                                ? milestone.forecast()
                                : Baselines.dueOn(lookups, milestone.milestoneId())
                                        .orElse(milestone.forecast())));
    }

    private static MilestoneFacts milestone(MilestoneId id, ProgrammeFacts programme, Circumstances in) {
        MilestoneFacts milestone = Milestones.byId(in.lookups(), id)
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND, "There is no such milestone.", "Nobody has added it to the plan.")
                        .remedy("Look it up in the plan, or add it first."));
        InitiativeFacts initiative =
                Initiatives.byId(in.lookups(), milestone.initiativeId()).orElseThrow();
        if (!initiative.programmeId().equals(programme.programmeId())) {
            throw Refusal.because(
                            Code.NOT_FOUND,
                            "This milestone belongs to another programme.",
                            "%s is no part of %s.".formatted(milestone.reference(), programme.reference()))
                    .remedy("Name a milestone of this programme.");
        }
        return milestone;
    }

    private static void requireWanted(MilestoneFacts milestone, Circumstances in) {
        if (milestone.cancelledOn() != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This milestone is cancelled.",
                            "%s '%s' was cancelled on %s and holds nothing up."
                                    .formatted(
                                            milestone.reference(),
                                            milestone.title(),
                                            London.spoken(milestone.cancelledOn())))
                    .remedy("Name a milestone that is still wanted.")
                    .with("allowed", List.of());
        }
        if (isLeftBehind(milestone, in)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The initiative of this milestone is closed.",
                            "%s '%s' was not met by then and holds nothing up."
                                    .formatted(milestone.reference(), milestone.title()))
                    .remedy("Name a milestone of an initiative that goes on.")
                    .with("allowed", List.of());
        }
    }

    private static void requireToCome(MilestoneFacts milestone, Circumstances in) {
        requireWanted(milestone, in);
        if (milestone.metOn() != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This milestone is met already.",
                            "%s '%s' was met on %s and waits for nothing any more."
                                    .formatted(
                                            milestone.reference(), milestone.title(), London.spoken(milestone.metOn())))
                    .remedy("Nothing needs doing; if it was not met after all, have it reopened first.")
                    .with("allowed", List.of("reopen-milestone"));
        }
    }

    private static boolean isWanted(MilestoneId id, Circumstances in) {
        MilestoneFacts milestone = Milestones.byId(in.lookups(), id).orElseThrow();
        return milestone.cancelledOn() == null && !isLeftBehind(milestone, in);
    }

    private static boolean isLeftBehind(MilestoneFacts milestone, Circumstances in) {
        return milestone.metOn() == null
                && Initiatives.byId(in.lookups(), milestone.initiativeId())
                                .orElseThrow()
                                .closedOn()
                        != null;
    }

    private static String spoken(MilestoneId milestone, Circumstances in) {
        return Milestones.byId(in.lookups(), milestone).orElseThrow().reference();
    }
}
