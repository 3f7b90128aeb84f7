package org.sevenfold.events.sharedvalues;

import java.time.LocalDate;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;

/** What happens to a statement of what the service values. */
public sealed interface ValueStatementEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("ValueStatement", ValueStatementEvent.class)
            .stores("sharedvalues.value-statement-adopted", ValueStatementAdopted.class)
            .stores("sharedvalues.value-statement-revised", ValueStatementRevised.class)
            .stores("sharedvalues.value-statement-retired", ValueStatementRetired.class);

    ValueStatementId valueId();

    @Override
    default String streamId() {
        return valueId().toString();
    }

    /**
     * The service stands for this from a day on.
     *
     * @param reference what people call it, such as {@code VAL-01}
     */
    record ValueStatementAdopted(
            ValueStatementId valueId,
            ProgrammeId programmeId,
            String reference,
            ValueStatementKind kind,
            String text,
            LocalDate effectiveOn)
            implements ValueStatementEvent {}

    /** The same statement in other words from a day on. */
    record ValueStatementRevised(ValueStatementId valueId, String text, LocalDate effectiveOn)
            implements ValueStatementEvent {}

    /** The statement is held no longer. */
    record ValueStatementRetired(ValueStatementId valueId, LocalDate lastDay) implements ValueStatementEvent, Ending {}
}
