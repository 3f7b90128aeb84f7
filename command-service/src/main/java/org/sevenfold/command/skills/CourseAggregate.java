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
import org.sevenfold.command.skills.CourseCommand.DefineCourse;
import org.sevenfold.command.skills.CourseCommand.RetireCourse;
import org.sevenfold.events.skills.CourseEvent;

/** The shell round {@link Course}. */
@Aggregate(type = "Course", commandTargetResolver = "streamOfCommand")
class CourseAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Course state = new Course.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(DefineCourse command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(RetireCourse command, Desk desk) {
        decide(command, desk);
    }

    private void decide(CourseCommand command, Desk desk) {
        Course.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(CourseEvent event) {
        id = event.streamId();
        state = Course.evolve(state, event);
    }
}
