package org.sevenfold.command.skills;

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
import org.sevenfold.command.skills.TrainingRecordCommand.CorrectTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.RecordTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.VoidFact;
import org.sevenfold.events.EventId;
import org.sevenfold.events.skills.TrainingRecordEvent;

/** The shell round {@link TrainingRecord}; the first completion of a person starts the stream. */
@Aggregate(type = "TrainingRecord", commandTargetResolver = "streamOfCommand")
class TrainingRecordAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private TrainingRecord state = TrainingRecord.EMPTY;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordTrainingCompletion command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(CorrectTrainingCompletion command, Desk desk) {
        decide(command, desk);
    }

    @CommandHandler
    void handle(VoidFact command, Desk desk) {
        decide(command, desk);
    }

    private void decide(TrainingRecordCommand command, Desk desk) {
        TrainingRecord.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(TrainingRecordEvent event, @MessageIdentifier String eventId) {
        id = event.streamId();
        state = TrainingRecord.evolve(state, EventId.of(eventId), event);
    }
}
