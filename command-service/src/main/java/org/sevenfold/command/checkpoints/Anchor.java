package org.sevenfold.command.checkpoints;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;

/**
 * A directory in which checkpoints are laid down and never touched again, best on storage that only appends and that the
 * database's administrators cannot reach: {@code vkeys.txt}, and a folder for each day with one file for each checkpoint.
 */
final class Anchor {

    private static final String KEYS = "vkeys.txt";
    private static final String ENDING = ".checkpoint";

    private final Path folder;

    Anchor(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /** Lays down a checkpoint under the day on which it was signed; the same one twice is laid down once. */
    void lay(SignedNote note, String day) throws IOException {
        Path file = Files.createDirectories(folder.resolve(day))
                .resolve("%020d%s".formatted(Checkpoint.of(note).size(), ENDING));
        try {
            Files.write(file, note.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException e) {
            SignedNote there = SignedNote.parse(Files.readAllBytes(file));
            if (!there.text().equals(note.text())) {
                throw new IOException("Another checkpoint of this size is laid down in " + file, e);
            }
        }
    }

    /** The checkpoint laid down last; empty where there is none. */
    Optional<SignedNote> newest() throws IOException {
        for (Path day : latestFirst(folder)) {
            for (Path file : Files.isDirectory(day) ? latestFirst(day) : List.<Path>of()) {
                if (file.toString().endsWith(ENDING)) {
                    return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
                }
            }
        }
        return Optional.empty();
    }

    /** The keys that ever signed here, these included from now on. */
    Set<VerifierKey> keys(Collection<VerifierKey> now) throws IOException {
        Path file = folder.resolve(KEYS);
        var keys = new LinkedHashSet<VerifierKey>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(VerifierKey::parse)
                    .forEach(keys::add);
        }
        if (keys.addAll(now)) {
            Path half = folder.resolve(KEYS + ".half");
            Files.write(half, keys.stream().map(VerifierKey::toString).toList(), StandardCharsets.UTF_8);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return keys;
    }

    private static List<Path> latestFirst(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
