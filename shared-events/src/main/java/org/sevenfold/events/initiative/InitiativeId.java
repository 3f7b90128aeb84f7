package org.sevenfold.events.initiative;

import java.util.UUID;

/** A piece of change work. */
public record InitiativeId(UUID value) {

    public static InitiativeId of(String text) {
        return new InitiativeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
