package org.sevenfold.command.plan;

import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Scope;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent;

/** What can be asked of a programme's plan. */
public sealed interface PlanCommand extends Change {

    Decider<PlanCommand, ?, PlanEvent> DECIDER =
            Decider.of(PlanEvent.STREAM, PlanCommand.class, Plan.NONE, Plan::decide, Plan::evolve);

    ProgrammeId programme();

    @Override
    default String streamId() {
        return PlanEvent.streamIdOf(programme());
    }

    @Declared(
            summary = "Says that one milestone waits for another.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"programme": "lea-marsh", "from": "LM-014/3", "to": "LM-021/1", "type": "FS", "lagDays": 14}\
                """)
    record AddDependency(
            @Says("The programme, by reference or id.") ProgrammeId programme,

            @Says("The milestone that comes first, by reference or id.")
            MilestoneId from,

            @Says("The milestone that waits, by reference or id.")
            MilestoneId to,

            @Says("What waits for what: the start (S) or finish (F) of the second for that of the first; FS if left"
                    + " out.")
            @Nullable
            DependencyType type,

            @Says("Days that must pass between them; fewer than 0 where the second may come earlier, 0 if left out.")
            @Nullable
            Integer lagDays)
            implements PlanCommand {

        private static final int MOST_DAYS = 366;

        public AddDependency {
            if (from.equals(to)) {
                throw new IllegalArgumentException("A milestone does not wait for itself.");
            }
            if (lagDays != null && Math.abs(lagDays) > MOST_DAYS) {
                throw new IllegalArgumentException("Between two milestones lies a year at most.");
            }
        }

        /** Whoever answers for what waits says what it waits for. */
        @Override
        public Subject subject() {
            return new Subject.OfMilestone(to, null);
        }
    }

    @Declared(
            summary = "Says that one milestone waits for another no longer.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP)
            },
            example = """
                {"programme": "lea-marsh", "from": "LM-014/3", "to": "LM-021/1",
                 "reason": "The new forms are used without the new system."}\
                """)
    record RemoveDependency(
            @Says("The programme, by reference or id.") ProgrammeId programme,

            @Says("The milestone that came first, by reference or id.")
            MilestoneId from,

            @Says("The milestone that waited, by reference or id.")
            MilestoneId to,

            @Says("Why, in 10 characters or more.") String reason)
            implements PlanCommand, Reasoned {

        @Override
        public Subject subject() {
            return new Subject.OfMilestone(to, null);
        }
    }

    @Declared(
            summary = "Agrees the plan as it stands, so that lateness is counted from it.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"programme": "lea-marsh", "name": "Plan agreed in January",
                 "reason": "The programme board agreed it on 31 January."}\
                """)
    record BaselinePlan(
            @Says("The programme, by reference or id.") ProgrammeId programme,

            @Says("What people call it; no other agreed plan of the programme may be called so.")
            String name,

            @Says("Why, in 10 characters or more.") String reason)
            implements PlanCommand, Reasoned {

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }
}
