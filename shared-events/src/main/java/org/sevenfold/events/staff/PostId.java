package org.sevenfold.events.staff;

import java.util.UUID;

/** A post: a seat, whoever sits in it. */
public record PostId(UUID value) {

    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
