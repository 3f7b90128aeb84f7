package org.sevenfold.allinone.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file that only its owner may read: passwords and keys. It is whole or absent, never half written. */
public final class PrivateFile {

    private PrivateFile() {}

    public static void write(Path file, String text) throws IOException {
        Path half = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".half", ownerOnly());
        try {
            Files.writeString(half, text, StandardCharsets.UTF_8);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
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
