package org.sevenfold.events.audit;

import java.util.UUID;

/** The id of one check of the record. */
public record VerificationId(UUID value) {

    public static VerificationId of(String text) {
        return new VerificationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
