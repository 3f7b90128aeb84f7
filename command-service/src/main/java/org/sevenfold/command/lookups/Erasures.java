package org.sevenfold.command.lookups;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Erasures.Waiting;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.Lookup;

/** The erasures that are decided and not yet done, all under one key. */
public final class Erasures implements Lookup<Waiting> {

    public static final Erasures LOOKUP = new Erasures();

    /** The only key. */
    public static final String ALL = "waiting";

    /** Those that wait, the oldest first. */
    public record Waiting(List<Erasure> erasures) {

        public static final Waiting NONE = new Waiting(List.of());
    }

    /** One that waits, and the event by which it was decided. */
    public record Erasure(PersonId personId, EventId request) {}

    private Erasures() {}

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public Class<Waiting> type() {
        return Waiting.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof PersonErasureRequested || event instanceof PersonErased ? List.of(ALL) : List.of();
    }

    @Override
    public Waiting evolve(@Nullable Waiting before, String key, EventId id, DomainEvent event) {
        List<Erasure> waiting = before == null ? List.of() : before.erasures;
        return switch ((PersonEvent) event) {
            case PersonErasureRequested e ->
                new Waiting(Stream.concat(waiting.stream(), Stream.of(new Erasure(e.personId(), id)))
                        .toList());
            case PersonErased e ->
                new Waiting(waiting.stream()
                        .filter(erasure -> !erasure.personId.equals(e.personId()))
                        .toList());
            case PersonRegistered e -> throw new IllegalStateException("erasures do not follow from " + e);
            case LegalHoldPlaced e -> throw new IllegalStateException("erasures do not follow from " + e);
            case LegalHoldReleased e -> throw new IllegalStateException("erasures do not follow from " + e);
        };
    }
}
