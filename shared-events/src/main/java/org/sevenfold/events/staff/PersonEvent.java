package org.sevenfold.events.staff;

import java.time.LocalDate;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;

/** What happens to a person's entry. No name, no number, nothing that could hurt a person. */
public sealed interface PersonEvent extends DomainEvent {

    StoredStream STREAM =
            StoredStream.of("Person", PersonEvent.class).stores("staff.person-registered", PersonRegistered.class);

    PersonId personId();

    @Override
    default String streamId() {
        return personId().toString();
    }

    /** A person is known to the council from a day on; who that is stands in the directory. */
    record PersonRegistered(PersonId personId, LocalDate effectiveOn) implements PersonEvent {}
}
