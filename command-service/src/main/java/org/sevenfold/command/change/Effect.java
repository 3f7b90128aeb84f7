package org.sevenfold.command.change;

import java.util.Map;
import org.sevenfold.events.staff.PersonId;

/** Something that a decision does besides its events; a value, carried out by whoever keeps what it changes. */
public interface Effect {

    /** A command that was proposed is decided as well, as the caller's own; both are stored together or not at all. */
    record AlsoDecide(String command, Map<String, Object> payload, PersonId proposedBy) implements Effect {}

    /** Carries out effects of one kind. */
    interface Performer<F extends Effect> {

        Class<F> effect();

        void perform(F effect);
    }
}
