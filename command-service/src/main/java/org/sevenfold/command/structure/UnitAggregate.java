package org.sevenfold.command.structure;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.structure.UnitCommand.AssignGroupManager;
import org.sevenfold.command.structure.UnitCommand.CloseUnit;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.structure.UnitEvent;

/** The shell round {@link Unit}. */
@Aggregate(type = "Unit", commandTargetResolver = "streamOfCommand")
class UnitAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Unit state = new Unit.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(EstablishUnit command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(AssignGroupManager command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(CloseUnit command, Desk desk) {
        decide(command, desk);
    }

    private void decide(UnitCommand command, Desk desk) {
        Unit.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(UnitEvent event) {
        id = event.streamId();
        state = Unit.evolve(state, event);
    }
}
