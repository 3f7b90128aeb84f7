package org.sevenfold.events;

import java.util.UUID;

/** The id of one recorded event; a fact is corrected or voided by naming it. */
public record EventId(UUID value) {

    public static EventId of(String text) {
        return new EventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
