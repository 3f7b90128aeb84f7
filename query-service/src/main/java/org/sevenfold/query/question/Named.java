package org.sevenfold.query.question;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The people whom an answer names or whose record it shows, gathered while it is read; whoever asks is not among them. */
public final class Named {

    private final UUID self;
    private final Set<UUID> people = new TreeSet<>();

    public Named(UUID self) {
        this.self = self;
    }

    public void add(Collection<UUID> named) {
        people.addAll(named);
        people.remove(self);
    }

    Set<UUID> people() {
        return people;
    }
}
