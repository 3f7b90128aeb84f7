package org.sevenfold.ledger.checkpoint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.note.SignedNote;

/**
 * What a log says of itself: under this name I have so many leaves, and this is their root. As the text of a
 * {@link SignedNote} it is {@code origin\nsize\nbase64(root)\n}.
 *
 * @param origin the log's name, one line, not empty
 * @param size the number of leaves, unsigned
 * @param extensions further lines, opaque, none of them empty; this log writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;

    public Checkpoint {
        Stream.concat(Stream.of(origin), extensions.stream()).forEach(Checkpoint::requireLine);
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads a note's text; what is not exactly a checkpoint is an {@link IllegalArgumentException}. */
    public static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int last = lines.size() - 1;
        if (last < LINES || !lines.get(last).isEmpty()) {
            throw new IllegalArgumentException("A checkpoint has three whole lines or more");
        }
        return new Checkpoint(
                lines.get(0), Unsigned.parse(lines.get(1)), Hash.ofBase64(lines.get(2)), lines.subList(LINES, last));
    }

    /** What a note claims to be the checkpoint of. It is a claim until the note's signature has been verified. */
    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /** The text that is signed. */
    public String text() {
        return Stream.concat(Stream.of(origin, Unsigned.text(size), root.base64()), extensions.stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("Each line of a checkpoint is one line and says something");
        }
    }
}
