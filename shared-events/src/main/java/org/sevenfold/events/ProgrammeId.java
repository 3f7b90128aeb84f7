package org.sevenfold.events;

import java.util.UUID;

/** A change programme, to which everything belongs that is not the council's own. */
public record ProgrammeId(UUID value) {

    public static ProgrammeId of(String text) {
        return new ProgrammeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
