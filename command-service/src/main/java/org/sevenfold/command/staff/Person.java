package org.sevenfold.command.staff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Decision;
import org.sevenfold.command.lookups.People;
import org.sevenfold.command.staff.PersonCommand.PlaceLegalHold;
import org.sevenfold.command.staff.PersonCommand.RecordPersonErasure;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.command.staff.PersonCommand.ReleaseLegalHold;
import org.sevenfold.command.staff.PersonCommand.RequestPersonErasure;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A person's entry, which holds an opaque id and nothing else. */
sealed interface Person {

    /** Nothing has happened yet. */
    record NotYet() implements Person {}

    /**
     * Known to the council from a day on.
     *
     * @param heldFrom since when nothing of it may be erased; null where there is no legal hold
     */
    record Registered(LocalDate from, @Nullable LocalDate heldFrom) implements Person {}

    /** By a request it is decided that whatever says who it is goes. */
    record Erasing(EventId request, LocalDate from, LegalBasis legalBasis) implements Person {}

    /** Nothing says any more who it is. */
    record Erased(LocalDate on) implements Person {}

    static Decision<PersonEvent> decide(PersonCommand command, Person state, Circumstances in) {
        return switch (command) {
            case RegisterPerson c -> Decision.of(register(c, in)).and(new Directory.Enter(c));
            case RequestPersonErasure c -> Decision.of(Erasure.request(c, held(state), in));
            case PlaceLegalHold c -> Decision.of(Erasure.hold(c, held(state), in));
            case ReleaseLegalHold c -> Decision.of(Erasure.release(c, held(state), in));
            case RecordPersonErasure c ->
                Decision.of(Erasure.record(c, state, in)).and(new Directory.RequireGone(c.person()));
        };
    }

    static Person evolve(Person state, EventId id, PersonEvent event) {
        return switch (event) {
            case PersonRegistered e -> new Registered(e.effectiveOn(), null);
            case LegalHoldPlaced e -> new Registered(held(state).from, e.effectiveOn());
            case LegalHoldReleased e -> new Registered(held(state).from, null);
            case PersonErasureRequested e -> new Erasing(id, e.effectiveOn(), e.legalBasis());
            case PersonErased e -> new Erased(e.effectiveOn());
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

    /** The entry while the directory holds it; refuses where it does not, or will not. */
    private static Registered held(Person state) {
        return switch (state) {
            case Registered person -> person;
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such person.", "Nobody has registered this person.")
                        .remedy("Check whom you named.");
            case Erasing person ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "The erasure is decided already.",
                                "It was decided on %s, and is being done.".formatted(London.spoken(person.from)))
                        .remedy("Nothing needs doing, and it cannot be stopped any more.");
            case Erased person ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "This person is erased.",
                                "Since %s nothing is held that says who this is.".formatted(London.spoken(person.on)))
                        .remedy("Nothing needs doing; what was recorded stays, under the id.");
        };
    }
}
