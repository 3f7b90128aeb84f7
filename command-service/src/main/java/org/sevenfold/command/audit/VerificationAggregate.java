package org.sevenfold.command.audit;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.audit.VerificationCommand.RecordVerification;
import org.sevenfold.events.audit.VerificationEvent;

/** The shell round {@link Verification}. */
@Aggregate(type = "Verification", commandTargetResolver = "streamOfCommand")
class VerificationAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Verification state = new Verification.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordVerification command) {
        Verification.decide(command, state).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(VerificationEvent event) {
        id = event.streamId();
        state = Verification.evolve(state, event);
    }
}
