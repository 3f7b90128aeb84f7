package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Overridable;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Scope;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneId;

/** What can be asked of a milestone. */
public sealed interface MilestoneCommand extends Change {

    Decider<MilestoneCommand, ?, MilestoneEvent> DECIDER = Decider.of(
            MilestoneEvent.STREAM,
            MilestoneCommand.class,
            new Milestone.NotYet(),
            Milestone::decide,
            Milestone::evolve);

    MilestoneId milestone();

    @Override
    default String streamId() {
        return milestone().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.OfMilestone(milestone(), null);
    }

    @Declared(
            summary = "Adds a milestone to an initiative, under its next number.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"initiative": "LM-014", "title": "Job descriptions agreed", "dueOn": "2026-11-30"}\
                """)
    record AddMilestone(
            @NewId MilestoneId milestone,
            @Says("The initiative, by reference or id.") InitiativeId initiative,

            @Says("Its title; no other milestone of the initiative has it.")
            String title,

            @Says("The day for which it is planned, within the programme.")
            LocalDate dueOn)
            implements MilestoneCommand {

        @Override
        public Subject subject() {
            return new Subject.OfInitiative(initiative, List.of(), null);
        }
    }

    @Declared(
            summary = "Records that a milestone was met on a day.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP),
                @Allowed(role = Role.CONSULTANT_SOCIAL_WORKER, scope = Scope.OWN_UNIT)
            },
            example = """
                {"milestone": "LM-014/3", "metOn": "2026-11-02",
                 "evidence": {"kind": "minutes", "title": "Group meeting", "where": "Programme office, folder 14"}}\
                """)
    record CompleteMilestone(
            @Says("The milestone, by reference or id.") MilestoneId milestone,

            @Says("The day on which it was met, today or before.")
            LocalDate metOn,

            @Says("Where what shows it is kept.") @Nullable Evidence evidence,

            @Says("Why it counts although something that should come first is not done.") @Nullable
            RuleOverride override)
            implements MilestoneCommand, Overridable {

        @Override
        public Subject subject() {
            return new Subject.OfMilestone(milestone, metOn);
        }
    }

    @Declared(
            summary = "Takes back that a milestone is met, from today on; it was met until then.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"milestone": "LM-014/3", "reason": "Two of the five descriptions were sent back."}\
                """)
    record ReopenMilestone(
            @Says("The milestone, by reference or id.") MilestoneId milestone,

            @Says("Why, in 10 characters or more.") String reason)
            implements MilestoneCommand, Reasoned {}

    @Declared(
            summary = "Says on which other day a milestone is now expected; it is no less late for that.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"milestone": "LM-014/3", "to": "2026-12-14", "reason": "The job evaluation panel meets late."}\
                """)
    record ReforecastMilestone(
            @Says("The milestone, by reference or id.") MilestoneId milestone,

            @Says("The day on which it is expected now, today or later and within the programme.")
            LocalDate to,

            @Says("Why, in 10 characters or more.") String reason)
            implements MilestoneCommand, Reasoned {}

    @Declared(
            summary = "Cancels a milestone that nobody needs any more.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"milestone": "LM-014/3", "reason": "The new scheme needs no second agreement."}\
                """)
    record CancelMilestone(
            @Says("The milestone, by reference or id.") MilestoneId milestone,

            @Says("Why, in 10 characters or more.") String reason)
            implements MilestoneCommand, Reasoned {}
}
