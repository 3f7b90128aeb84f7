package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.People.PersonFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.Lookup;

/** People who are registered, by opaque id. */
public final class People implements Lookup<PersonFacts> {

    public static final People LOOKUP = new People();

    /**
     * What rules know of a person.
     *
     * @param erasedFrom the day on which the erasure was decided; null where it was not
     */
    public record PersonFacts(
            PersonId personId, LocalDate from, @Nullable LocalDate erasedFrom) {}

    private People() {}

    public static Optional<PersonFacts> byId(Lookups lookups, PersonId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Class<PersonFacts> type() {
        return PersonFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case PersonRegistered e -> List.of(e.personId().toString());
            case PersonErasureRequested e -> List.of(e.personId().toString());
            default -> List.of();
        };
    }

    @Override
    public PersonFacts evolve(@Nullable PersonFacts before, String key, EventId id, DomainEvent event) {
        return switch ((PersonEvent) event) {
            case PersonRegistered e -> new PersonFacts(e.personId(), e.effectiveOn(), null);
            case PersonErasureRequested e -> erased(before, e);
            case LegalHoldPlaced e -> throw new IllegalStateException("people do not follow from " + e);
            case LegalHoldReleased e -> throw new IllegalStateException("people do not follow from " + e);
            case PersonErased e -> throw new IllegalStateException("people do not follow from " + e);
        };
    }

    private static PersonFacts erased(@Nullable PersonFacts person, PersonErasureRequested e) {
        if (person == null) {
            throw new IllegalStateException("a person who was never registered: " + e);
        }
        return new PersonFacts(person.personId, person.from, e.effectiveOn());
    }
}
