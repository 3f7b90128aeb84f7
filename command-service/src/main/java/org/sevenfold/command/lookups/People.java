package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.People.PersonFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.Lookup;

/** People who are registered, by opaque id. */
public final class People implements Lookup<PersonFacts> {

    public static final People LOOKUP = new People();

    /** What rules know of a person. */
    public record PersonFacts(PersonId personId, LocalDate from) {}

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
        return event instanceof PersonRegistered person
                ? List.of(person.personId().toString())
                : List.of();
    }

    @Override
    public PersonFacts evolve(@Nullable PersonFacts before, String key, EventId id, DomainEvent event) {
        return switch ((PersonEvent) event) {
            case PersonRegistered e -> new PersonFacts(e.personId(), e.effectiveOn());
        };
    }
}
