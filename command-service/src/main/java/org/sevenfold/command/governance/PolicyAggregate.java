package org.sevenfold.command.governance;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.governance.PolicyCommand.SetPolicy;
import org.sevenfold.events.governance.PolicyEvent;

/** The shell round {@link Thresholds}; the first one that is set starts the stream. */
@Aggregate(type = "Policy", commandTargetResolver = "streamOfCommand")
class PolicyAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Thresholds state = Thresholds.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetPolicy command, Desk desk) {
        decide(command, desk);
    }

    private void decide(PolicyCommand command, Desk desk) {
        Thresholds.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PolicyEvent event) {
        id = event.streamId();
        state = Thresholds.evolve(state, event);
    }
}
