package org.sevenfold.command.change;

import java.util.Map;
import org.sevenfold.events.staff.PersonId;

/** Hands a stream what it needs to decide the command at hand, and takes on what follows from it. */
public interface Desk {

    Circumstances circumstances();

    /** Has a command that was proposed decided as well, as the caller's own; both are stored together or not at all. */
    default void alsoDecide(String command, Map<String, Object> payload, PersonId proposedBy) {
        throw new IllegalStateException("nothing else is decided here");
    }
}
