package org.sevenfold.events.structure;

import java.util.UUID;

/** A social work unit, an old team or a group. */
public record UnitId(UUID value) {

    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
