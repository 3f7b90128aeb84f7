package org.sevenfold.events.skills;

import java.util.UUID;

/** A course that a role or a unit is required to hold. */
public record TrainingRequirementId(UUID value) {

    public static TrainingRequirementId of(String text) {
        return new TrainingRequirementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
