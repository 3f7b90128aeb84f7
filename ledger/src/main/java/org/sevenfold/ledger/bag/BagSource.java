package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Where a bag is read from, as often as needed: a {@code tar.gz}, or the folder it was unpacked into. The order of the
 * files does not matter. Paths are those within the bag, without its folder.
 */
final class BagSource {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final long LEAST_BYTES = 1L << 30;
    private static final long MOST_EXPANSION = 200;

    private final Path path;

    BagSource(Path path) {
        this.path = path;
    }

    /** Looks at one file of the bag; answers whether it wants to see more. */
    @FunctionalInterface
    interface Visitor {

        boolean file(String path, InputStream content) throws IOException;
    }

    /** Shows each file once, until the visitor has seen enough. What is no bag is {@link Malformed}. */
    void each(Visitor visitor) throws IOException {
        if (Files.isDirectory(path)) {
            eachIn(path, visitor);
        } else {
            eachOf(path, visitor);
        }
    }

    private static void eachOf(Path archive, Visitor visitor) throws IOException {
        long most = Math.max(LEAST_BYTES, MOST_EXPANSION * Files.size(archive));
        Set<String> seen = new HashSet<>();
        Set<String> folders = new HashSet<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), BUFFER_BYTES)) {
            var tar = new TarReader(new Bounded(in, most));
            for (var file = tar.next(); file != null; file = tar.next()) {
                String inside = withoutFolder(file.path());
                folders.add(file.path().substring(0, file.path().length() - inside.length()));
                if (!seen.add(inside) || folders.size() > 1) {
                    throw new Malformed("a file that is there twice, or is in no bag: " + file.path());
                }
                if (!visitor.file(inside, file.content())) {
                    return;
                }
            }
        }
    }

    private static void eachIn(Path folder, Visitor visitor) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Malformed("the bag holds something that is no file: " + file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (!visitor.file(folder.relativize(file).toString().replace('\\', '/'), in)) {
                    return;
                }
            }
        }
    }

    private static String withoutFolder(String path) {
        boolean outside = path.indexOf('/') < 0 || path.startsWith(BagPath.DATA) || path.startsWith(BagPath.PROOF);
        return outside ? path : path.substring(path.indexOf('/') + 1);
    }
}
