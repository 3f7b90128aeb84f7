package org.sevenfold.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;

/**
 * Something that has a history: a unit, a post, a course, an initiative and the like, a person with the training record, or one recorded fact.
 *
 * @param streams the streams that tell its history
 * @param fact the event that is asked about; null where the whole is
 * @param veiled whether it is about a person whom the caller may not name, so that nothing in it may lead to who it is
 */
record Entity(List<String> streams, @Nullable EventId fact, boolean veiled) {

    private Entity(List<String> streams, @Nullable EventId fact) {
        this(streams, fact, false);
    }

    private static final String TRAINING_RECORD =
            TrainingRecordEvent.streamIdOf(new PersonId(new UUID(0, 0))).replace(new UUID(0, 0).toString(), "");

    /**
     * Finds what is meant. A record of somebody whom the caller may not name is refused as if it did not exist; one fact
     * of it is shown without who it is about, because whoever may read a figure may read the facts behind it.
     */
    static Entity find(Standpoint at, LogReader log, Scope scope, String text) {
        Entity entity = byId(at, log, text).orElseGet(() -> byReference(at, text));
        List<UUID> people = entity.streams.stream()
                .map(stream -> personOf(at, log, stream))
                .flatMap(Optional::stream)
                .toList();
        boolean veiled = people.stream().anyMatch(person -> !scope.names(person));
        if (veiled && entity.fact == null) {
            throw unknown();
        }
        boolean exists = entity.streams.stream()
                .anyMatch(
                        stream -> log.stream(stream, 0).stream().anyMatch(event -> event.position() <= at.position()));
        if (!exists) {
            throw unknown();
        }
        if (!veiled) {
            at.named().add(people);
        }
        return new Entity(entity.streams, entity.fact, veiled);
    }

    private static Optional<Entity> byId(Standpoint at, LogReader log, String text) {
        if (text.startsWith(TRAINING_RECORD)) {
            return Optional.of(new Entity(List.of(text), null));
        }
        return References.uuid(text).map(id -> {
            EventId event = new EventId(id);
            return log.byId(event).stream()
                    .filter(raw -> raw.position() <= at.position())
                    .findFirst()
                    .map(raw -> new Entity(List.of(raw.streamId()), event))
                    .orElseGet(() -> ofPersonOrThing(id));
        });
    }

    private static Entity ofPersonOrThing(UUID id) {
        return new Entity(List.of(id.toString(), TRAINING_RECORD + id), null);
    }

    private static Entity byReference(Standpoint at, String text) {
        var streams = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            References.find(at, kind, text).ifPresent(id -> streams.add(id.toString()));
        }
        if (streams.isEmpty()) {
            return Directory.find(at, text).map(Entity::ofPersonOrThing).orElseThrow(Entity::unknown);
        }
        return new Entity(streams, null);
    }

    /** The person whose own record a stream is; empty for all other streams. */
    private static Optional<UUID> personOf(Standpoint at, LogReader log, String stream) {
        if (stream.startsWith(TRAINING_RECORD)) {
            return References.uuid(stream.substring(TRAINING_RECORD.length()));
        }
        return log.stream(stream, 0).stream()
                .filter(event -> event.position() <= at.position())
                .filter(event -> event.streamType().equals("Person"))
                .findFirst()
                .flatMap(event -> References.uuid(stream));
    }

    private static Refusal unknown() {
        return Refusal.because(
                        Code.NOT_FOUND,
                        "Nothing is known under that reference.",
                        "No unit, post, course, initiative, milestone, value, training record or recorded fact that"
                                + " you may see is called so.")
                .remedy("Take the reference from a list, or the id from the answer to a command.");
    }
}
