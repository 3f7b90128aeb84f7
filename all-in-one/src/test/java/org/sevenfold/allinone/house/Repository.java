package org.sevenfold.allinone.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository as somebody wrote them, without what a build or a run leaves behind. */
final class Repository {

    static final Path ROOT = root();

    private static final Set<String> LEFT_BEHIND = Set.of("target", ".git", ".idea", ".vscode", ".settings");
    private static final List<Path> FILES = walk();

    private Repository() {}

    /** Every file, relative to the root, in order. */
    static List<Path> files() {
        return FILES;
    }

    /** Every file whose name ends so. */
    static List<Path> files(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** What a file says. */
    static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String file) {
        return read(Path.of(file));
    }

    static boolean has(Path file) {
        return Files.exists(ROOT.resolve(file));
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above this one holds mvnw");
    }

    private static List<Path> walk() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = LEFT_BEHIND.contains(folder.getFileName().toString())
                            || folder.equals(ROOT.resolve("data"));
                    return skipped && !folder.equals(ROOT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return List.copyOf(files);
    }
}
