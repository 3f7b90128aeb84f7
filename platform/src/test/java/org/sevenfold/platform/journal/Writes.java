package org.sevenfold.platform.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.log.EventCodec;

/** A write for a test, put together piece by piece: of one event in one stream, unless told otherwise. */
final class Writes {

    private final String stream;
    private final long version;
    private final Map<LookupKey, Long> read = new HashMap<>();
    private final Map<LookupKey, String> lookups = new HashMap<>();
    private List<Write.Beside> beside = List.of();
    private @Nullable String key;
    private String correlation = "test";
    private int events = 1;

    private Writes(String stream, long version) {
        this.stream = stream;
        this.version = version;
    }

    /** A write that had read this many events in the stream. */
    static Writes to(String stream, long version) {
        return new Writes(stream, version);
    }

    /** A write to a stream that is nobody else's. */
    static Writes toNewStream() {
        return new Writes(UUID.randomUUID().toString(), 0);
    }

    Writes events(int number) {
        events = number;
        return this;
    }

    Writes reading(LookupKey lookup, long noted) {
        read.put(lookup, noted);
        return this;
    }

    Writes changing(LookupKey lookup, long noted, String value) {
        lookups.put(lookup, value);
        return reading(lookup, noted);
    }

    Writes beside(Write.Beside... stored) {
        beside = List.of(stored);
        return this;
    }

    Writes underKey(@Nullable String once) {
        key = once;
        return this;
    }

    /** A text that goes into the command log as it is. */
    Writes correlatedBy(String text) {
        correlation = text;
        return this;
    }

    Write write() {
        var stored = new ArrayList<NewEvent>();
        for (int i = 0; i < events; i++) {
            stored.add(event(version + i));
        }
        Map<String, Long> streams = events == 0 ? Map.of() : Map.of(stream, version);
        return new Write(envelope(), stream, stored, streams, Map.copyOf(read), Map.copyOf(lookups), beside);
    }

    Waiting waiting() {
        return new Waiting(write());
    }

    private NewEvent event(long sequence) {
        var event = new TrainingCompletionRecorded(
                new PersonId(UUID.randomUUID()), new CourseId(UUID.randomUUID()), LocalDate.EPOCH, true, null);
        return new NewEvent(
                UuidCreator.getTimeOrderedEpoch(),
                stream,
                "TrainingRecord",
                sequence,
                "skills.training-completion-recorded",
                1,
                EventCodec.encode(event),
                EventCodec.encodeMetadata(envelope().eventMetadata()));
    }

    private CommandEnvelope envelope() {
        return new CommandEnvelope(
                UuidCreator.getTimeOrderedEpoch(),
                "test",
                "somebody",
                List.of(Role.OPERATOR),
                "system",
                Instant.now(),
                "hash",
                key,
                null,
                CommandEnvelope.Purpose.STORE,
                null,
                null,
                correlation);
    }
}
