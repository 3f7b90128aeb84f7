package org.sevenfold.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.platform.log.EventCodec;

/** One event of every kind that was ever stored, from the files that say what each looks like. */
public final class GoldenEvents {

    private static final Path GOLDEN = Path.of("../shared-events/src/test/resources/golden");

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

    /** All of them, by name. */
    public static List<Golden> all() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().map(GoldenEvents::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path path) {
        try {
            String file = path.getFileName().toString().replaceFirst("\\.json$", "");
            String plain = file.replaceFirst("\\.minimal$", "");
            int at = plain.lastIndexOf(".r");
            byte[] payload = Files.readString(path).strip().getBytes(StandardCharsets.UTF_8);
            return new Golden(file, plain.substring(0, at), Integer.parseInt(plain.substring(at + 2)), payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
