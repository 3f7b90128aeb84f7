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
import org.sevenfold.command.staff.PostCommand.AppointToPost;
import org.sevenfold.command.staff.PostCommand.CreatePost;
import org.sevenfold.command.staff.PostCommand.DisestablishPost;
import org.sevenfold.command.staff.PostCommand.EndAppointment;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PostEvent;

/** The shell round {@link Post}. */
@Aggregate(type = "Post", commandTargetResolver = "streamOfCommand")
class PostAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Post state = new Post.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreatePost command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(AppointToPost command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(EndAppointment command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(DisestablishPost command, Desk desk) {
        decide(command, desk);
    }

    private void decide(PostCommand command, Desk desk) {
        Post.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PostEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        state = Post.evolve(state, EventId.of(eventId), event);
    }
}
