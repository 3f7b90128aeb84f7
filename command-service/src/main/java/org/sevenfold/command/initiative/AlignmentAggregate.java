package org.sevenfold.command.initiative;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.initiative.AlignmentCommand.AssessAlignment;
import org.sevenfold.events.initiative.AlignmentEvent;

/** The shell round {@link Alignment}; the first assessment starts the stream. */
@Aggregate(type = "Alignment", commandTargetResolver = "streamOfCommand")
class AlignmentAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Alignment state = Alignment.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssessAlignment command, Desk desk) {
        decide(command, desk);
    }

    private void decide(AlignmentCommand command, Desk desk) {
        Alignment.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(AlignmentEvent event) {
        id = event.streamId();
        state = Alignment.evolve(state, event);
    }
}
