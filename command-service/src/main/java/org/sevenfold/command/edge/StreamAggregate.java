package org.sevenfold.command.edge;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Decision;
import org.sevenfold.command.change.Desk;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.platform.journal.StreamCommand;

/** Any stream as the framework holds it. What it decides is its decider's business alone. */
public final class StreamAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private final Decider.Life<?, ?, ?> life;

    StreamAggregate(Decider<?, ?, ?> decider) {
        this.life = decider.begin();
    }

    void handle(StreamCommand command, Desk desk) {
        Decision<?> decision = life.decide(command, desk.circumstances());
        decision.events().forEach(AggregateLifecycle::apply);
        decision.effects().forEach(desk::perform);
    }

    @EventSourcingHandler
    void on(DomainEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        life.evolve(EventId.of(eventId), event);
    }
}
