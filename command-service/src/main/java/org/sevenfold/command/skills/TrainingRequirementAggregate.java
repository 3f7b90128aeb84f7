package org.sevenfold.command.skills;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.skills.TrainingRequirementCommand.SetTrainingRequirement;
import org.sevenfold.command.skills.TrainingRequirementCommand.WithdrawTrainingRequirement;
import org.sevenfold.events.skills.TrainingRequirementEvent;

/** The shell round {@link TrainingRequirement}. */
@Aggregate(type = "TrainingRequirement", commandTargetResolver = "streamOfCommand")
class TrainingRequirementAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private TrainingRequirement state = new TrainingRequirement.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(SetTrainingRequirement command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(WithdrawTrainingRequirement command, Desk desk) {
        decide(command, desk);
    }

    private void decide(TrainingRequirementCommand command, Desk desk) {
        TrainingRequirement.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(TrainingRequirementEvent event) {
        id = event.streamId();
        state = TrainingRequirement.evolve(state, event);
    }
}
