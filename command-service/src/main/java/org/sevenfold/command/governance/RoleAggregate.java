package org.sevenfold.command.governance;

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
import org.sevenfold.command.governance.RoleCommand.GrantRole;
import org.sevenfold.command.governance.RoleCommand.RevokeRole;
import org.sevenfold.events.EventId;
import org.sevenfold.events.governance.RoleEvent;

/** The shell round {@link RolesOfPerson}; the first role of a person starts the stream. */
@Aggregate(type = "Role", commandTargetResolver = "streamOfCommand")
class RoleAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private RolesOfPerson state = RolesOfPerson.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantRole command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(RevokeRole command, Desk desk) {
        decide(command, desk);
    }

    private void decide(RoleCommand command, Desk desk) {
        RolesOfPerson.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(RoleEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        state = RolesOfPerson.evolve(state, EventId.of(eventId), event);
    }
}
