package org.sevenfold.events.skills;

import java.util.UUID;

/** A course. */
public record CourseId(UUID value) {

    public static CourseId of(String text) {
        return new CourseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
