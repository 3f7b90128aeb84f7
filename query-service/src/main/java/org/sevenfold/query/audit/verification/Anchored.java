package org.sevenfold.query.audit.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;

/** The directory in which checkpoints are laid down, as the read side sees it. */
public final class Anchored {

    private static final String KEYS = "vkeys.txt";
    private static final String ENDING = ".checkpoint";

    private final Path folder;

    public Anchored(Path folder) {
        this.folder = folder;
    }

    /** Every key that ever signed for the log; none where the directory is empty. */
    public List<VerifierKey> keys() throws IOException {
        Path file = folder.resolve(KEYS);
        return !Files.exists(file)
                ? List.of()
                : Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(VerifierKey::parse)
                        .toList();
    }

    /** The first checkpoint of each day, and the last of all: what holds between them holds for the rest. */
    List<SignedNote> checkpoints() throws IOException {
        var notes = new ArrayList<SignedNote>();
        List<Path> days = entries(folder).filter(Files::isDirectory).toList();
        for (Path day : days) {
            List<Path> files = entries(day)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .toList();
            if (!files.isEmpty()) {
                notes.add(read(files.getFirst()));
            }
            if (files.size() > 1 && day.equals(days.getLast())) {
                notes.add(read(files.getLast()));
            }
        }
        return notes;
    }

    private static SignedNote read(Path file) throws IOException {
        try {
            return SignedNote.parse(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no checkpoint", e);
        }
    }

    private static Stream<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.naturalOrder()).toList().stream();
        }
    }
}
