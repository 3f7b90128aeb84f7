package org.sevenfold.events.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.initiative.InitiativeId;

/** What happens to a milestone of an initiative. */
public sealed interface MilestoneEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Milestone", MilestoneEvent.class)
            .stores("programme.milestone-added", MilestoneAdded.class)
            .stores("programme.milestone-completed", MilestoneCompleted.class)
            .stores("programme.milestone-reopened", MilestoneReopened.class)
            .stores("programme.milestone-reforecast", MilestoneReforecast.class)
            .stores("programme.milestone-cancelled", MilestoneCancelled.class);

    InitiativeId initiativeId();

    MilestoneId milestoneId();

    @Override
    LocalDate effectiveOn();

    @Override
    default String streamId() {
        return milestoneId().toString();
    }

    /**
     * A milestone is planned for a day.
     *
     * @param number its place in the initiative, from 1
     * @param reference what people call it, such as {@code LM-014/3}
     * @param dueOn the day for which it is first planned
     * @param effectiveOn the day from which it stands in the plan
     */
    record MilestoneAdded(
            InitiativeId initiativeId,
            MilestoneId milestoneId,
            int number,
            String reference,
            String title,
            LocalDate dueOn,
            LocalDate effectiveOn)
            implements MilestoneEvent {}

    /**
     * The milestone was met on a day.
     *
     * @param overridden set where something that should have come first had not, and somebody entitled accepted it
     */
    record MilestoneCompleted(
            InitiativeId initiativeId,
            MilestoneId milestoneId,
            LocalDate effectiveOn,
            @Nullable Evidence evidence,
            @Nullable Overridden overridden)
            implements MilestoneEvent {}

    /** The milestone counts as met no longer; why stands with the event. */
    record MilestoneReopened(InitiativeId initiativeId, MilestoneId milestoneId, LocalDate effectiveOn)
            implements MilestoneEvent {}

    /**
     * The milestone is expected on another day; it is no less late for that.
     *
     * @param previously the day that was expected until then
     * @param dueOn the day that is expected now
     * @param effectiveOn the day on which that was said
     */
    record MilestoneReforecast(
            InitiativeId initiativeId,
            MilestoneId milestoneId,
            LocalDate previously,
            LocalDate dueOn,
            LocalDate effectiveOn)
            implements MilestoneEvent {}

    /** The milestone is wanted no longer; why stands with the event. */
    record MilestoneCancelled(InitiativeId initiativeId, MilestoneId milestoneId, LocalDate effectiveOn)
            implements MilestoneEvent {}
}
