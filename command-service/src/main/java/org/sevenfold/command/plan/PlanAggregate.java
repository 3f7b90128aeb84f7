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
import org.sevenfold.command.plan.PlanCommand.AddDependency;
import org.sevenfold.command.plan.PlanCommand.BaselinePlan;
import org.sevenfold.command.plan.PlanCommand.RemoveDependency;
import org.sevenfold.events.plan.PlanEvent;

/** The shell round {@link Plan}; the first dependency or agreed plan starts the stream. */
@Aggregate(type = "Plan", commandTargetResolver = "streamOfCommand")
class PlanAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Plan state = Plan.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddDependency command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveDependency command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BaselinePlan command, Desk desk) {
        decide(command, desk);
    }

    private void decide(PlanCommand command, Desk desk) {
        Plan.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        id = event.streamId();
        state = Plan.evolve(state, event);
    }
}
