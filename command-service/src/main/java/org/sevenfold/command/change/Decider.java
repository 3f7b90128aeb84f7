package org.sevenfold.command.change;

import java.util.List;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.StoredStream;
import org.sevenfold.platform.journal.StreamCommand;

/**
 * All that a stream decides, as one value: what can be asked of it, how that is decided from what has happened, and what
 * has happened by its events. Both are pure functions, so that whoever holds the events can decide again.
 *
 * @param commands the sealed base of its commands
 * @param initial the state before the first event
 */
public record Decider<C extends StreamCommand, S, E extends DomainEvent>(
        StoredStream stream, Class<C> commands, S initial, Decide<C, S, E> decide, Evolve<S, E> evolve) {

    /** What follows from a command; throws a refusal where it may not be. */
    @FunctionalInterface
    public interface Decide<C, S, E extends DomainEvent> {
        Decision<E> decide(C command, S state, Circumstances in);
    }

    /** The state after an event, which the log knows by its id. */
    @FunctionalInterface
    public interface Evolve<S, E> {
        S evolve(S state, EventId id, E event);
    }

    /** A decision that is nothing but events. */
    @FunctionalInterface
    public interface DecideEvents<C, S, E> {
        List<E> decide(C command, S state, Circumstances in);
    }

    /** The state after an event, for a stream that names none of its events. */
    @FunctionalInterface
    public interface EvolveUnnamed<S, E> {
        S evolve(S state, E event);
    }

    public static <C extends StreamCommand, S, E extends DomainEvent> Decider<C, S, E> of(
            StoredStream stream, Class<C> commands, S initial, DecideEvents<C, S, E> decide, Evolve<S, E> evolve) {
        return new Decider<>(
                stream,
                commands,
                initial,
                (command, state, in) -> Decision.of(decide.decide(command, state, in)),
                evolve);
    }

    public static <C extends StreamCommand, S, E extends DomainEvent> Decider<C, S, E> of(
            StoredStream stream,
            Class<C> commands,
            S initial,
            DecideEvents<C, S, E> decide,
            EvolveUnnamed<S, E> evolve) {
        return of(stream, commands, initial, decide, (state, id, event) -> evolve.evolve(state, event));
    }

    /** One stream of this kind before its first event. */
    public Life<C, S, E> begin() {
        return new Life<>(this);
    }

    /** One stream as it stands: its events are told to it, and commands are decided by what they have led to. */
    public static final class Life<C extends StreamCommand, S, E extends DomainEvent> {

        private final Decider<C, S, E> decider;
        private S state;

        private Life(Decider<C, S, E> decider) {
            this.decider = decider;
            this.state = decider.initial;
        }

        public Decision<E> decide(StreamCommand command, Circumstances in) {
            return decider.decide.decide(decider.commands.cast(command), state, in);
        }

        @SuppressWarnings("unchecked") // a stream is told its own events alone
        public void evolve(EventId id, DomainEvent event) {
            state = decider.evolve.evolve(state, id, (E) decider.stream.base().cast(event));
        }
    }
}
