package org.sevenfold.platform.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.catalogue.EventCatalogue;

/**
 * One event of every kind and revision there is, byte for byte as a log holds it. What is folded from events can be
 * tried on them, also where there is no log yet.
 */
public final class GoldenEvents {

    private static final String FOLDER = "/org/sevenfold/events/golden/";

    private GoldenEvents() {}

    /**
     * A golden file.
     *
     * @param file its name without its ending
     * @param payload the event as the log holds it
     */
    public record Golden(String file, String name, int revision, byte[] payload) {

        public DomainEvent event() {
            return EventCodec.decode(name, revision, payload);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** All of them by name; throws where an event of the catalogue has none. */
    public static List<Golden> all() {
        var all = new ArrayList<Golden>();
        EventCatalogue.STREAMS.stream()
                .flatMap(stream -> stream.events().values().stream())
                .forEach(event -> IntStream.rangeClosed(1, event.revision())
                        .forEach(revision -> all.addAll(of(event, revision))));
        all.sort(Comparator.comparing(golden -> golden.file() + ".json"));
        return List.copyOf(all);
    }

    private static List<Golden> of(StoredEvent event, int revision) {
        String file = event.name() + ".r" + revision;
        byte[] payload = read(file);
        if (payload == null) {
            throw new IllegalStateException("there is no golden file " + file);
        }
        byte[] least = read(file + ".minimal");
        return Stream.of(
                        new Golden(file, event.name(), revision, payload),
                        new Golden(file + ".minimal", event.name(), revision, least == null ? payload : least))
                .limit(least == null ? 1 : 2)
                .toList();
    }

    private static byte @Nullable [] read(String file) {
        try (InputStream json = EventCatalogue.class.getResourceAsStream(FOLDER + file + ".json")) {
            return json == null
                    ? null
                    : new String(json.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
