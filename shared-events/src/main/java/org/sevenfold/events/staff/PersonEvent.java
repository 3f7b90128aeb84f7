package org.sevenfold.events.staff;

import java.time.LocalDate;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.StoredStream;

/** What happens to a person's entry. No name, no number, nothing that could hurt a person. */
public sealed interface PersonEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Person", PersonEvent.class)
            .stores("staff.person-registered", PersonRegistered.class)
            .stores("staff.legal-hold-placed", LegalHoldPlaced.class)
            .stores("staff.legal-hold-released", LegalHoldReleased.class)
            .stores("staff.person-erasure-requested", PersonErasureRequested.class)
            .stores("staff.person-erased", PersonErased.class);

    PersonId personId();

    @Override
    default String streamId() {
        return personId().toString();
    }

    /** A person is known to the council from a day on; who that is stands in the directory. */
    record PersonRegistered(PersonId personId, LocalDate effectiveOn) implements PersonEvent {}

    /** Nothing that says who the person is may be erased from a day on; why stands beside the event. */
    record LegalHoldPlaced(PersonId personId, LocalDate effectiveOn) implements PersonEvent {}

    /** The hold ended. */
    record LegalHoldReleased(PersonId personId, LocalDate lastDay) implements PersonEvent, Ending {}

    /** It is decided that whatever says who the person is shall be erased. */
    record PersonErasureRequested(PersonId personId, LegalBasis legalBasis, LocalDate effectiveOn)
            implements PersonEvent {}

    /**
     * Nothing is held any more that says who the person is.
     *
     * @param approvedBy who decided it
     */
    record PersonErased(PersonId personId, LegalBasis legalBasis, PersonId approvedBy, LocalDate effectiveOn)
            implements PersonEvent {}
}
