package org.sevenfold.command.sharedvalues;

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
import org.sevenfold.command.sharedvalues.ValueStatementCommand.AdoptValueStatement;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.RetireValueStatement;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.ReviseValueStatement;
import org.sevenfold.events.EventId;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;

/** The shell round {@link ValueStatement}. */
@Aggregate(type = "ValueStatement", commandTargetResolver = "streamOfCommand")
class ValueStatementAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private ValueStatement state = new ValueStatement.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(AdoptValueStatement command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(ReviseValueStatement command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(RetireValueStatement command, Desk desk) {
        decide(command, desk);
    }

    private void decide(ValueStatementCommand command, Desk desk) {
        ValueStatement.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ValueStatementEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        state = ValueStatement.evolve(state, EventId.of(eventId), event);
    }
}
