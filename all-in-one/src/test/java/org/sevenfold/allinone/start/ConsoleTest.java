package org.sevenfold.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person reads while we start. */
class ConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_part_that_is_up_is_a_line_of_columns() {
        console(false).started("issuer", "http://127.0.0.1:9000", Duration.ofMillis(1250));

        assertThat(text(out)).isEqualToNormalizingNewlines("  issuer          http://127.0.0.1:9000 (1.3 s)\n");
    }

    @Test
    void progress_in_a_file_is_a_line_for_each_tenth() {
        Console console = console(false);

        for (int done = 1; done <= 300; done++) {
            console.progress("sample", done, 300);
        }

        assertThat(text(out).lines()).hasSize(10).last().isEqualTo("  sample          300 of 300");
    }

    @Test
    void progress_on_a_terminal_stays_on_its_line() {
        Console console = console(true);

        console.progress("sample", 1, 2);
        console.progress("sample", 2, 2);

        assertThat(text(out).strip().lines().toList().getLast()).endsWith("2 of 2");
        assertThat(text(out)).startsWith("\r");
    }

    @Test
    void once_it_is_stopping_failures_are_not_told() {
        Console console = console(false);
        console.failure("before");

        console.stopping();
        console.failure("after");

        assertThat(text(err).strip()).isEqualTo("before");
    }

    private Console console(boolean terminal) {
        return new Console(stream(out), stream(err), terminal);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
