package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.platform.signin.Caller;

class WithheldTest {

    private static final String CELLS = """
        ["LM-1","call 020 8356 0000","a; b","kept"]\
        """;
    private static final String OBJECT = """
        {"reference":"LM-1","evidence":{"title":"call","kind":"letter"},"themes":["a","b"]}\
        """;

    @Test
    void a_cell_that_identifies_somebody_is_emptied() {
        assertThat(Withheld.from(CELLS, job(SentFile.Format.CSV), refused("/evidence/title")))
                .isEqualTo(CELLS.replace("call 020 8356 0000", ""));
    }

    @Test
    void so_is_a_cell_of_several_values_of_which_one_does() {
        assertThat(Withheld.from(CELLS, job(SentFile.Format.CSV), refused("/themes/1", "/themes/0/words")))
                .isEqualTo(CELLS.replace("a; b", ""));
    }

    @Test
    void of_an_object_the_value_is_taken_out() {
        assertThat(Withheld.from(OBJECT, job(SentFile.Format.NDJSON), refused("/evidence/title", "/themes/1")))
                .isEqualTo("""
                    {"reference":"LM-1","evidence":{"kind":"letter"},"themes":["a",null]}\
                    """);
    }

    @Test
    void what_was_refused_for_something_else_is_kept_whole() {
        Refusal refusal = Refusal.because(Code.VALIDATION, "No.", "Why.").violations(violations("/evidence/title"));
        assertThat(Withheld.from(CELLS, job(SentFile.Format.CSV), refusal)).isEqualTo(CELLS);
    }

    private static Refusal refused(String... pointers) {
        return Refusal.because(Code.IDENTIFIABLE_CONTENT, "No.", "Why.").violations(violations(pointers));
    }

    private static List<Violation> violations(String... pointers) {
        return Stream.of(pointers)
                .map(pointer -> new Violation(pointer, "identifiable", "This seems to hold a name."))
                .toList();
    }

    private static ImportJob job(SentFile.Format format) {
        return new ImportJob(
                new UUID(0, 1),
                "record",
                new Caller(new UUID(0, 2), List.of()),
                false,
                format,
                ",",
                List.of("Reference", "Evidence title", "Themes", "Note"),
                ImportJob.State.OPEN,
                true,
                new ImportJob.Counts(1, 0, 0, 0, 0, 0, 0),
                Instant.EPOCH,
                null,
                null);
    }
}
