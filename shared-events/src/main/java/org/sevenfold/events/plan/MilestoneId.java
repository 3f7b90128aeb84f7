package org.sevenfold.events.plan;

import java.util.UUID;

/** A milestone of an initiative. */
public record MilestoneId(UUID value) {

    public static MilestoneId of(String text) {
        return new MilestoneId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
