package org.sevenfold.command.plan;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.plan.ProgrammeCommand.CloseProgramme;
import org.sevenfold.command.plan.ProgrammeCommand.ExtendProgramme;
import org.sevenfold.command.plan.ProgrammeCommand.LockPeriod;
import org.sevenfold.command.plan.ProgrammeCommand.StartProgramme;
import org.sevenfold.events.plan.ProgrammeEvent;

/** The shell round {@link Programme}. */
@Aggregate(type = "Programme", commandTargetResolver = "streamOfCommand")
class ProgrammeAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Programme state = new Programme.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(StartProgramme command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(ExtendProgramme command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(CloseProgramme command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(LockPeriod command, Desk desk) {
        decide(command, desk);
    }

    private void decide(ProgrammeCommand command, Desk desk) {
        Programme.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event) {
        id = event.streamId();
        state = Programme.evolve(state, event);
    }
}
