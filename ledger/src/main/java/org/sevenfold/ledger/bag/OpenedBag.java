package org.sevenfold.ledger.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;

/**
 * What is in an evidence bag, for whoever makes something of it again, such as its figures. It judges nothing; that is
 * what {@link EvidenceBag#examine} is for.
 */
public final class OpenedBag {

    private static final int LARGEST_FILE_BYTES = 256 << 20;

    private final BagSource source;

    /** Takes the events one after the other. */
    @FunctionalInterface
    public interface Taker {

        void take(BagEvent event) throws IOException;
    }

    /**
     * Opens a bag.
     *
     * @param path a {@code tar.gz}, or the folder that it was unpacked into
     */
    public OpenedBag(Path path) {
        this.source = new BagSource(path);
    }

    /**
     * One file of {@code data/} whole, such as {@code state.json}; empty where it is not there. One of more than 256 MiB,
     * or what is no bag, is an {@link IllegalArgumentException}.
     */
    public Optional<byte[]> data(String name) throws IOException {
        var found = new ByteArrayOutputStream();
        boolean[] there = {false};
        source.each((path, content) -> {
            if (path.equals(BagPath.DATA + name)) {
                there[0] = true;
                found.writeBytes(content.readNBytes(LARGEST_FILE_BYTES + 1));
            }
            return !there[0];
        });
        if (found.size() > LARGEST_FILE_BYTES) {
            throw new Malformed(name + " is too large to be read whole");
        }
        return there[0] ? Optional.of(found.toByteArray()) : Optional.empty();
    }

    /** Hands over every event in the order of the file, without holding them all; what is no bag is refused likewise. */
    public void events(Taker taker) throws IOException {
        source.each((path, content) -> {
            boolean events = path.equals(BagPath.EVENTS);
            if (events) {
                var lines = new LineReader(content);
                for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                    EventLine event = EventLine.parse(line);
                    taker.take(new BagEvent(
                            event.leafIndex(),
                            Hash.leaf(event.entry()),
                            event.entry(),
                            event.payload(),
                            event.metadata()));
                }
            }
            return !events;
        });
    }
}
