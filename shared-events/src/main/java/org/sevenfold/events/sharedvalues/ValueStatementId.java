package org.sevenfold.events.sharedvalues;

import java.util.UUID;

/** A statement of what the service values. */
public record ValueStatementId(UUID value) {

    public static ValueStatementId of(String text) {
        return new ValueStatementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
