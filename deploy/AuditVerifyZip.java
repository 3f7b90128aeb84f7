import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Packs {@code audit-verify} with a small Java of its own into one zip, for an auditor whose machine has none. It is made
 * for the system that it runs on: a release runs it once on each of Linux, macOS and Windows.
 *
 * <p>{@code java deploy/AuditVerifyZip.java ledger/target/audit-verify.jar FOLDER}, with a JDK 25.
 */
final class AuditVerifyZip {

    private static final String NAME = "audit-verify";
    private static final String SHELL = """
        #!/bin/sh
        here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
        exec "$here/java/bin/java" -jar "$here/audit-verify.jar" "$@"
        """;
    private static final String WINDOWS = """
        @echo off\r
        "%~dp0java\\bin\\java.exe" -jar "%~dp0audit-verify.jar" %*\r
        """;

    private AuditVerifyZip() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Path work = Files.createTempDirectory(folder, NAME);
        try {
            Path tree = Files.createDirectory(work.resolve(NAME));
            link(tree.resolve("java"));
            Files.copy(jar, tree.resolve("audit-verify.jar"));
            Files.writeString(tree.resolve(NAME), SHELL);
            Files.writeString(tree.resolve(NAME + ".cmd"), WINDOWS);
            Path zip = folder.resolve(NAME + "-" + system() + ".zip");
            Files.deleteIfExists(zip);
            pack(tree, zip);
            System.out.println(zip + ": " + Files.size(zip) + " bytes");
        } finally {
            delete(work);
        }
    }

    private static void link(Path java) {
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        List<String> words = List.of(
                "--add-modules",
                "java.base,jdk.httpserver",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                java.toString());
        if (jlink.run(new PrintStream(System.out), System.err, words.toArray(new String[0])) != 0) {
            throw new IllegalStateException("jlink did not make a Java");
        }
    }

    /** Programs keep their run bit, where the system that unpacks knows one. */
    private static void pack(Path tree, Path zip) throws IOException {
        Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem packed = FileSystems.newFileSystem(zip, options)) {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String inside =
                            NAME + "/" + tree.relativize(file).toString().replace('\\', '/');
                    Path target = packed.getPath(inside);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    boolean runs = file.getParent().endsWith("bin")
                            || file.getFileName().toString().equals(NAME)
                            || file.getFileName().toString().equals("jspawnhelper");
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
        return system + "-" + System.getProperty("os.arch");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
