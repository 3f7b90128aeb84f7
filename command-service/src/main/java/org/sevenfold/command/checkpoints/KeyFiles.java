package org.sevenfold.command.checkpoints;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sevenfold.ledger.note.SigningKey;

/**
 * The files that hold the log's keys, each readable by its owner alone. There is one, or two while one takes the place
 * of the other: then both sign.
 */
final class KeyFiles {

    private KeyFiles() {}

    /**
     * Reads the keys. The first one is made if its file is absent and nothing was ever signed; once something was, a
     * lost key is an {@link IllegalStateException}, because a new one would sign for a log that it never saw.
     *
     * @param files paths, separated by commas
     * @param origin the name of a key that is made
     */
    static List<SigningKey> read(String files, String origin, boolean everSigned) throws IOException {
        var keys = new ArrayList<SigningKey>();
        for (String name : files.split(",", -1)) {
            Path file = Path.of(name.strip());
            if (!Files.exists(file)) {
                requireFirst(file, everSigned || !keys.isEmpty());
                make(file, origin);
            }
            keys.add(parse(file));
        }
        return keys;
    }

    private static void requireFirst(Path file, boolean known) {
        if (known) {
            throw new IllegalStateException("The key that signs checkpoints is not in " + file
                    + " any more; put the file back, or name the file of the key that takes its place"
                    + " beside it in SEVENFOLD_CHECKPOINT_KEY.");
        }
    }

    private static void make(Path file, String origin) throws IOException {
        if (origin.isBlank()) {
            throw new IllegalStateException("The log has no name yet: set SEVENFOLD_CHECKPOINT_ORIGIN, for example to"
                    + " sevenfold.example.org/log; the key that signs its checkpoints will bear it.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] text = (SigningKey.generate(origin).secretText() + "\n").getBytes(StandardCharsets.UTF_8);
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, ownerOnly())) {
            channel.write(java.nio.ByteBuffer.wrap(text));
        }
    }

    private static SigningKey parse(Path file) throws IOException {
        try {
            return SigningKey.parse(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The file " + file + " does not hold a key that signs checkpoints.", e);
        }
    }

    /** Mode 600 where modes exist; elsewhere the folder's own rights hold. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean modes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return modes
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
