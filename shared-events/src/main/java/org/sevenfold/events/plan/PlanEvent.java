package org.sevenfold.events.plan;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;

/** What happens to a programme's plan: what waits for what, and what was once agreed. One stream a programme. */
public sealed interface PlanEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Plan", PlanEvent.class)
            .stores("programme.dependency-added", DependencyAdded.class)
            .stores("programme.dependency-removed", DependencyRemoved.class)
            .stores("programme.plan-baselined", PlanBaselined.class);

    ProgrammeId programmeId();

    @Override
    default String streamId() {
        return streamIdOf(programmeId());
    }

    /** The stream of a programme's plan, which is not the programme's own stream. */
    static String streamIdOf(ProgrammeId programme) {
        return "plan-" + programme;
    }

    /**
     * One milestone waits for another.
     *
     * @param fromId what comes first
     * @param toId what waits
     * @param lagDays days that must pass between them; fewer than 0 where the second may come earlier
     */
    record DependencyAdded(
            ProgrammeId programmeId,
            MilestoneId fromId,
            MilestoneId toId,
            DependencyType type,
            int lagDays,
            LocalDate effectiveOn)
            implements PlanEvent {}

    /** One milestone waits for another no longer. */
    record DependencyRemoved(ProgrammeId programmeId, MilestoneId fromId, MilestoneId toId, LocalDate lastDay)
            implements PlanEvent, Ending {}

    /**
     * The plan was agreed as it stood; lateness is counted from the last one of these.
     *
     * @param number from 0, the first agreed plan
     * @param milestones the day on which each milestone is to be met
     */
    record PlanBaselined(
            ProgrammeId programmeId,
            int number,
            String name,
            List<BaselinedMilestone> milestones,
            LocalDate effectiveOn)
            implements PlanEvent {

        public PlanBaselined {
            milestones = List.copyOf(milestones);
        }
    }

    /** The day on which a milestone is to be met by an agreed plan. */
    record BaselinedMilestone(MilestoneId milestoneId, LocalDate dueOn) {}
}
