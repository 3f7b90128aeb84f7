package org.sevenfold.command.staff;

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
import org.sevenfold.command.staff.PersonCommand.PlaceLegalHold;
import org.sevenfold.command.staff.PersonCommand.RecordPersonErasure;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.command.staff.PersonCommand.ReleaseLegalHold;
import org.sevenfold.command.staff.PersonCommand.RequestPersonErasure;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PersonEvent;

/** The shell round {@link Person}, and the only one that has something to store beside its events. */
@Aggregate(type = "Person", commandTargetResolver = "streamOfCommand")
class PersonAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Person state = new Person.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterPerson command, Desk desk, Directory directory) {
        decide(command, desk);
        directory.enter(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPersonErasure command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceLegalHold command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseLegalHold command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordPersonErasure command, Desk desk, Directory directory) {
        decide(command, desk);
        directory.requireGone(command.person());
    }

    private void decide(PersonCommand command, Desk desk) {
        Person.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PersonEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        state = Person.evolve(state, EventId.of(eventId), event);
    }
}
