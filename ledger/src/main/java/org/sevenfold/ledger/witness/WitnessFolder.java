package org.sevenfold.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.note.WitnessKey;

/**
 * Where a witness keeps its key ({@code witness.key}), the keys of the logs it watches ({@code logs.txt}, one vkey a line)
 * and the last checkpoint that it cosigned of each. One witness at a time owns the folder.
 */
final class WitnessFolder {

    private static final String KEY = "witness.key";
    private static final String LOGS = "logs.txt";
    private static final String LOCK = "lock";
    private static final String CHECKPOINT = "checkpoint";
    private static final String REFUSED = "refused";
    private static final int MOST_REFUSED = 100;

    private final Path folder;

    WitnessFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Keeps others out until it is closed. Somebody in there already is an {@link IllegalArgumentException}. */
    FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException held) {
            channel.close();
            throw new IllegalArgumentException("another witness is at work in " + folder, held);
        }
        channel.close();
        throw new IllegalArgumentException("another witness is at work in " + folder);
    }

    /** The witness's key, made under this name on the first start; it is readable by its owner alone where that exists. */
    WitnessKey key(String name) throws IOException {
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, WitnessKey.generate(name).secretText() + "\n");
        }
        return WitnessKey.parse(Files.readString(file).strip());
    }

    /** The keys of the logs that are watched; a line that is none is an {@link IllegalArgumentException}. */
    List<VerifierKey> logs() throws IOException {
        Path file = folder.resolve(LOGS);
        if (!Files.exists(file)) {
            Files.writeString(file, "# The key of each log to watch, one a line: name+id+base64\n");
        }
        var keys = new ArrayList<VerifierKey>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(VerifierKey.parse(line.strip()));
            }
        }
        return keys;
    }

    /** The last checkpoint of a log that was cosigned; null if there is none. */
    @Nullable
    SignedNote last(String origin) throws IOException {
        Path file = of(origin).resolve(CHECKPOINT);
        return Files.exists(file) ? SignedNote.parse(Files.readAllBytes(file)) : null;
    }

    /** The same by the name of its folder, for whoever asks over HTTP; null if there is none. */
    byte @Nullable [] last(Collection<String> origins, String folderName) throws IOException {
        for (String origin : origins) {
            Path file = of(origin).resolve(CHECKPOINT);
            if (folderName(origin).equals(folderName) && Files.exists(file)) {
                return Files.readAllBytes(file);
            }
        }
        return null;
    }

    /** Keeps a checkpoint, on the disk and not only on its way there, before anyone is told that it is cosigned. */
    void keep(String origin, SignedNote checkpoint) throws IOException {
        Path target = Files.createDirectories(of(origin)).resolve(CHECKPOINT);
        Path beside = target.resolveSibling(CHECKPOINT + ".new");
        try (var channel = FileChannel.open(
                beside,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps a signed request that contradicts what was seen: it is evidence. After a hundred, no more are kept. */
    void keepRefused(String origin, byte[] request) throws IOException {
        Path refused = Files.createDirectories(of(origin).resolve(REFUSED));
        long kept;
        try (var all = Files.list(refused)) {
            kept = all.count();
        }
        if (kept < MOST_REFUSED) {
            Files.write(refused.resolve(Hash.sha256(request).hex() + ".request"), request);
        }
    }

    private Path of(String origin) {
        return folder.resolve(folderName(origin));
    }

    private static String folderName(String origin) {
        return Hash.sha256(origin.getBytes(UTF_8)).hex();
    }
}
