package org.sevenfold.command.initiative;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.initiative.InitiativeCommand.ApproveInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.AssignInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.CloseInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.ConsiderDimension;
import org.sevenfold.command.initiative.InitiativeCommand.LinkInitiativeToValue;
import org.sevenfold.command.initiative.InitiativeCommand.RateInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.RegisterInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.UnlinkInitiativeFromValue;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeEvent;

/** The shell round {@link Initiative}. */
@Aggregate(type = "Initiative", commandTargetResolver = "streamOfCommand")
class InitiativeAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Initiative state = new Initiative.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterInitiative command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(ConsiderDimension command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(ApproveInitiative command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(AssignInitiative command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(RateInitiative command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(CloseInitiative command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(LinkInitiativeToValue command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(UnlinkInitiativeFromValue command, Desk desk) {
        decide(command, desk);
    }

    private void decide(InitiativeCommand command, Desk desk) {
        Initiative.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(InitiativeEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        state = Initiative.evolve(state, EventId.of(eventId), event);
    }
}
