package org.sevenfold.command.change;

import java.util.List;
import org.sevenfold.events.DomainEvent;

/**
 * What follows from a command that is not refused.
 *
 * @param effects what is done beside the log, in the same transaction or not at all
 */
public record Decision<E extends DomainEvent>(List<E> events, List<Effect> effects) {

    /** Events alone; none where the command changes nothing. */
    public static <E extends DomainEvent> Decision<E> of(List<E> events) {
        return new Decision<>(events, List.of());
    }

    /** The same with something that is done beside the log. */
    public Decision<E> and(Effect effect) {
        return new Decision<>(events, List.of(effect));
    }
}
