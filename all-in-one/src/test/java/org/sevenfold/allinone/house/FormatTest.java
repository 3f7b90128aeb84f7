package org.sevenfold.allinone.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every Java file is written as the formatter writes it; with {@code -Dformat=write} it is rewritten instead. */
class FormatTest {

    private static final String WRITE =
            "./mvnw test -pl all-in-one -am -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false -Dformat=write";

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void every_java_file_is_formatted() {
        List<Path> unformatted = Repository.files(".java").parallelStream()
                .filter(file -> !formatted(file).equals(Repository.read(file)))
                .toList();
        if ("write".equals(System.getProperty("format"))) {
            unformatted.forEach(this::write);
            return;
        }

        assertThat(unformatted)
                .as("not written as the formatter writes them; this rewrites them:%n  %s%n", WRITE)
                .isEmpty();
    }

    private String formatted(Path file) {
        try {
            return formatter.formatSourceAndFixImports(Repository.read(file));
        } catch (FormatterException e) {
            throw new AssertionError(file + " cannot be read as Java", e);
        }
    }

    private void write(Path file) {
        try {
            Files.writeString(Repository.ROOT.resolve(file), formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
