package org.sevenfold.allinone.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds all that outlives us. One program at a time: a second one is refused with a sentence, and the
 * lock goes with the process, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "in-use.lock";
    private static final long NEEDED_MEBIBYTES = 256;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, and takes it. */
    public static DataFolder take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StartFailure("Sevenfold is running already on " + folder
                    + "; stop it first, or start this one in another folder.");
        }
        Files.createDirectories(folder.resolve("logs"));
        return new DataFolder(folder, channel);
    }

    /** Refuses where PostgreSQL could not even be unpacked; a disk that fills up later is told by whoever meets it. */
    public void requireSpace() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < NEEDED_MEBIBYTES) {
            throw new StartFailure("The disk that holds " + folder.toAbsolutePath() + " is full: " + free
                    + " MB are free and " + NEEDED_MEBIBYTES + " MB are needed; make room and start again.");
        }
    }

    public Path localEnv() {
        return folder.resolve("local.env");
    }

    public Path issuerKey() {
        return folder.resolve("issuer-key.json");
    }

    public Path database() {
        return folder.resolve("postgresql");
    }

    /** Exists from before the database is made until it is whole. */
    public Path databaseBeingMade() {
        return folder.resolve("postgresql-being-made");
    }

    public Path databaseBinaries() {
        return folder.resolve("postgresql-binaries");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Deletes all but the lock. The caller has made sure that no server runs on the database in it. */
    public void empty() throws IOException {
        for (Path entry : entries()) {
            if (!entry.endsWith(LOCK)) {
                delete(entry);
            }
        }
        Files.createDirectories(logs());
    }

    /** Deletes a file or a folder with all that is in it; what is absent already is fine. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }
}
