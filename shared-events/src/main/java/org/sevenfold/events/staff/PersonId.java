package org.sevenfold.events.staff;

import java.util.UUID;

/** A person, opaque: the name stands in the person directory, outside the log. */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
