package org.sevenfold.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sevenfold.allinone.issuer.DemoPassword;
import org.sevenfold.allinone.people.DemoPeople;

/** The last words leave nothing to be filled in by the reader. */
class ReadyWordsTest {

    private static final String WORDS = ReadyWords.everything(
            DemoPeople.ofTheSample(),
            new DemoPassword("open-sesame"),
            Path.of("data"),
            Duration.ofMillis(14_200),
            LocalDate.of(2026, 3, 1));

    @Test
    void they_say_where_and_how_long_it_took() {
        assertThat(WORDS.lines()).anyMatch(line -> line.startsWith("Ready: http://127.0.0.1:8080 after 14.2 s."));
    }

    @Test
    void every_gap_is_filled() {
        assertThat(WORDS).doesNotContain("${").contains("open-sesame", "Ada Obi", "\"completedOn\":\"2026-02-28\"");
    }

    @Test
    void the_two_commands_to_paste_are_a_line_each() {
        assertThat(WORDS.lines().filter(line -> line.startsWith("TOKEN=")))
                .hasSize(2)
                .allMatch(line -> line.contains("; curl "));
    }
}
