package org.sevenfold.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

/** Whatever goes wrong at a start is told in one line. */
class PlainSentenceTest {

    private static final Path LOG = Path.of("data", "logs", "sevenfold.log");

    @Test
    void a_known_reason_is_told_as_it_is() {
        assertThat(told(new RuntimeException(new StartFailure("Port 1 is taken."))))
                .isEqualTo("Port 1 is taken.");
    }

    @Test
    void a_full_disk_is_told_as_such_wherever_it_was_met() {
        String sentence = "The disk is full; make room and start again (details in " + LOG + ").";

        assertThat(told(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo(sentence);
        assertThat(told(new RuntimeException(new SQLException("could not extend file", "53100"))))
                .isEqualTo(sentence);
    }

    @Test
    void a_port_that_was_taken_in_the_last_moment_is_named() {
        assertThat(told(new IllegalStateException(new PortInUseException(8080))))
                .startsWith("Port 8080 of this machine is taken");
    }

    @Test
    void anything_else_is_one_line_that_names_the_log() {
        assertThat(told(new IllegalStateException(
                        "outer", new IllegalArgumentException("Roles are missing\n  at line 3"))))
                .isEqualTo("Sevenfold could not start: Roles are missing (details in " + LOG + ").");
    }

    @Test
    void a_failure_without_words_is_still_a_line() {
        assertThat(told(new NullPointerException()))
                .isEqualTo("Sevenfold could not start: NullPointerException (details in " + LOG + ").");
    }

    private static String told(Throwable failure) {
        return PlainSentence.of(failure, LOG);
    }
}
