package org.sevenfold.command.staff;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.People;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A person's entry, which holds an opaque id and nothing else. */
sealed interface Person {

    /** Nothing has happened yet. */
    record NotYet() implements Person {}

    /** Known to the council from a day on. */
    record Registered(LocalDate from) implements Person {}

    static List<PersonEvent> decide(PersonCommand command, Person state, Circumstances in) {
        return switch (command) {
            case RegisterPerson c -> register(c, in);
        };
    }

    static Person evolve(Person state, PersonEvent event) {
        return switch (event) {
            case PersonRegistered e -> new Registered(e.effectiveOn());
        };
    }

    private static List<PersonEvent> register(RegisterPerson c, Circumstances in) {
        People.byId(in.lookups(), c.person()).ifPresent(known -> {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "This person is registered already.",
                            "The person is known to the council from %s on.".formatted(London.spoken(known.from())))
                    .remedy("Use the existing entry.")
                    .with("existingId", known.personId().toString());
        });
        in.requireWithinBackDating(c.from());
        return List.of(new PersonRegistered(c.person(), c.from()));
    }
}
