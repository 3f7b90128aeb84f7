package org.sevenfold.command.plan;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.plan.MilestoneCommand.AddMilestone;
import org.sevenfold.command.plan.MilestoneCommand.CancelMilestone;
import org.sevenfold.command.plan.MilestoneCommand.CompleteMilestone;
import org.sevenfold.command.plan.MilestoneCommand.ReforecastMilestone;
import org.sevenfold.command.plan.MilestoneCommand.ReopenMilestone;
import org.sevenfold.events.plan.MilestoneEvent;

/** The shell round {@link Milestone}. */
@Aggregate(type = "Milestone", commandTargetResolver = "streamOfCommand")
class MilestoneAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Milestone state = new Milestone.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(AddMilestone command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(CompleteMilestone command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(ReopenMilestone command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(ReforecastMilestone command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(CancelMilestone command, Desk desk) {
        decide(command, desk);
    }

    private void decide(MilestoneCommand command, Desk desk) {
        Milestone.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(MilestoneEvent event) {
        id = event.streamId();
        state = Milestone.evolve(state, event);
    }
}
