package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.command.edge.Importable;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;

class SentFileTest {

    private static final Importable COMPLETION = Importable.named("record-training-completion");
    private static final String BODY =
            "{\"person\":\"S-1\",\"course\":\"RSK-01\",\"completedOn\":\"2026-11-02\",\"passed\":true}";
    private static final String WITH_EVIDENCE =
            "{\"person\":\"S-1\",\"course\":\"RSK-01\",\"completedOn\":\"2026-11-02\",\"passed\":true,"
                    + "\"evidence\":{\"kind\":\"letter\",\"title\":\"A\",\"where\":\"shelf; 4\"}}";

    /** A file, and what is special about it. */
    record Sample(String name, byte[] bytes) {

        static Sample of(String name, String text) {
            return new Sample(name, text.getBytes(StandardCharsets.UTF_8));
        }

        static Sample of(String name, byte[] bytes) {
            return new Sample(name, bytes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The same row as different programs and people write it. */
    static List<Sample> ways() {
        return List.of(
                Sample.of("plainly", "person,course,completedOn,passed\nS-1,RSK-01,2026-11-02,true\n"),
                Sample.of("by a spreadsheet", "person,course,completedOn,passed\r\nS-1,RSK-01,02/11/2026,TRUE\r\n"),
                Sample.of("with a mark", "\uFEFFperson,course,completedOn,passed\r\nS-1,RSK-01,02/11/2026,TRUE"),
                Sample.of("with semicolons", "person;course;completedOn;passed\nS-1;RSK-01;2026-11-02;yes\n"),
                Sample.of("with tabs", "person\tcourse\tcompletedOn\tpassed\nS-1\tRSK-01\t2026-11-02\tyes\n"),
                Sample.of("in words", "Person,Course,Completed On,Passed\nS-1,RSK-01,2 Nov 2026,Yes\n"),
                Sample.of("in other letters", "PERSON,course,completed-on,PASSED\nS-1,RSK-01,2026-11-02,1\n"),
                Sample.of("in another order", "passed,person,completed_on,course\ny,S-1,2026-11-02,RSK-01\n"),
                Sample.of(
                        "in quotation marks",
                        "\"person\",\"course\",\"completedOn\",\"passed\"\n\"S-1\",\"RSK-01\","
                                + "\"2026-11-02\",\"true\"\n"),
                Sample.of(
                        "with blank rows",
                        "\n\nperson,course,completedOn,passed\n,,,\n\nS-1,RSK-01,2026-11-02,y\n,,,\n"),
                Sample.of("with blank columns", "person,,course,completedOn,passed,,\nS-1,,RSK-01,2026-11-02,y,,\n"),
                Sample.of(
                        "with fewer cells",
                        "person,course,completedOn,passed,evidence.kind\nS-1,RSK-01,2026-11-02,y\n"),
                Sample.of(
                        "as a refused file",
                        "person,course,completedOn,passed,refused.row,Refused Code,refused.reason\n"
                                + "S-1,RSK-01,2026-11-02,y,7,validation,\"One, two\"\n"),
                Sample.of("with blanks", "person , course,completedOn, passed\n S-1 ,\u00a0RSK-01,2026-11-02 ,y\n"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_row_is_the_same_however_it_is_written(Sample way) {
        SentFile file = csv(new String(way.bytes, StandardCharsets.UTF_8));
        assertThat(file.rows()).extracting(SentFile.Row::body).containsExactly(sorted(way.name));
        assertThat(file.rows().getFirst().key())
                .isEqualTo(ndjson(BODY).rows().getFirst().key());
    }

    /** The order of fields is the file's; it is not part of what the row says. */
    private static String sorted(String way) {
        return way.equals("in another order")
                ? "{\"passed\":true,\"person\":\"S-1\",\"completedOn\":\"2026-11-02\",\"course\":\"RSK-01\"}"
                : BODY;
    }

    @Test
    void parts_of_a_field_have_columns_of_their_own_and_quoted_cells_may_hold_anything() {
        SentFile file = csv("""
            person;course;completedOn;passed;Evidence kind;evidence.title;evidence.where
            S-1;RSK-01;2026-11-02;true;letter;A;"shelf; 4"
            S-1;RSK-01;2026-11-02;true;;;
            """);
        assertThat(file.rows()).extracting(SentFile.Row::body).containsExactly(WITH_EVIDENCE, BODY);
        assertThat(csv("person,course,completedOn,passed,evidence.title\nS-1,RSK-01,2026-11-02,y,\"a \"\"b\"\",\nc\"\n")
                        .rows()
                        .getFirst()
                        .body())
                .contains("\"title\":\"a \\\"b\\\", c\"");
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_numbers_them() {
        SentFile file = csv("""
            person,course,completedOn,passed,evidence.title
            S-1,RSK-01,2026-11-02,y,"two
            lines"

            S-2,RSK-01,2026-11-02,y,one
            """);
        assertThat(file.rows()).extracting(SentFile.Row::row).containsExactly(2, 4);
    }

    @Test
    void what_was_sent_is_kept_as_it_was_but_for_what_is_passed_over() {
        SentFile file = csv("Person,refused.code,Course,Completed on,Passed\n S-1 ,x,RSK-01,2/11/2026,Yes\n");
        assertThat(file.columns()).containsExactly("Person", "Course", "Completed on", "Passed");
        assertThat(RowJson.cells(file.rows().getFirst().sent())).containsExactly(" S-1 ", "RSK-01", "2/11/2026", "Yes");
    }

    @Test
    void a_row_has_the_same_key_in_whatever_file_and_two_equal_rows_of_one_file_have_two() {
        String header = "person,course,completedOn,passed\n";
        String row = "S-1,RSK-01,2026-11-02,y\n";
        List<String> keys = csv(header + row + "S-2,RSK-01,2026-11-02,y\n" + row).rows().stream()
                .map(SentFile.Row::key)
                .toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[\\x21-\\x7e]{1,100}"));
        assertThat(csv(header + row).rows().getFirst().key()).isEqualTo(keys.getFirst());
        assertThat(ndjson(BODY + "\n").rows().getFirst().key()).isEqualTo(keys.getFirst());
    }

    @Nested
    class In_NDJSON {

        @Test
        void each_line_is_a_row_and_what_was_said_of_a_refused_one_is_passed_over() {
            SentFile file = ndjson(BODY + "\r\n\n  \n" + BODY.replace("}", ",\"refused\":{\"row\":1}}"));
            assertThat(file.rows()).extracting(SentFile.Row::row).containsExactly(1, 4);
            assertThat(file.rows()).extracting(SentFile.Row::body).containsExactly(BODY, BODY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "[]", "42", "\"x\"", "{\"a\":1,\"a\":2}", "{} {}", "null", "x"})
        void a_line_that_is_no_object_is_named(String line) {
            Refusal refusal = refused(() -> ndjson(BODY + "\n" + line + "\n"));
            assertThat(refusal.details().extra()).containsEntry("lines", List.of(2));
        }

        @Test
        void half_a_letter_is_kept_as_it_was_written() {
            assertThat(ndjson("{\"person\":\"\\ud800\"}").rows().getFirst().body())
                    .isEqualToIgnoringCase("{\"person\":\"\\uD800\"}");
        }
    }

    @Nested
    class A_header_is_refused {

        @Test
        void with_all_that_is_wrong_with_it_at_once() {
            Refusal refusal = refused(() -> csv("person,PERSON,Colour,passed\nS-1,S-1,red,y\n"));
            assertThat(refusal.code().text()).isEqualTo("column-unknown");
            assertThat(refusal.details().violations())
                    .extracting(Violation::pointer)
                    .containsExactly("PERSON", "Colour", "course", "completedOn");
            assertThat(refusal.details().violations().get(1).candidates())
                    .contains("course", "completedOn", "evidence.kind")
                    .doesNotContain("person", "passed");
        }

        @Test
        void where_there_is_none() {
            assertThat(refused(() -> csv("S-1,RSK-01,2026-11-02,y\n")).getMessage())
                    .contains("does not name the columns");
        }

        @Test
        void where_a_column_is_missing() {
            Refusal refusal = refused(() -> csv("person,course,passed\nS-1,RSK-01,y\n"));
            assertThat(refusal.code().text()).isEqualTo("validation");
            assertThat(refusal.details().violations())
                    .extracting(Violation::pointer)
                    .containsExactly("completedOn");
        }
    }

    /** What is refused as a file. */
    static List<Sample> junk() {
        String header = "person,course,completedOn,passed";
        return List.of(
                Sample.of("empty", ""),
                Sample.of("blank", " \n \r\n\t"),
                Sample.of("only separators", ",,,\n,,,\n"),
                Sample.of("only a header", header),
                Sample.of("a header and blank rows", header + "\n,,,\n\n"),
                Sample.of("a million columns", "a,".repeat(1_000_000)),
                Sample.of(
                        "a cell of five megabytes", header + "\nS-1," + "x".repeat(5 * 1024 * 1024) + ",2026-11-02,y"),
                Sample.of("a quotation mark left open", header + "\nS-1,\"RSK-01,2026-11-02,y\n"),
                Sample.of("a letter behind a quotation mark", header + "\nS-1,\"RSK\"-01,2026-11-02,y\n"),
                Sample.of("ragged", header + "\nS-1,RSK-01,2026-11-02,y,more\n"),
                Sample.of("a zero", header + "\nS-1,RSK\u0000,2026-11-02,y\n"),
                Sample.of(
                        "latin letters",
                        (header + "\nZo\u00eb,RSK-01,2026-11-02,y\n").getBytes(StandardCharsets.ISO_8859_1)),
                Sample.of("UTF-16", header.getBytes(StandardCharsets.UTF_16)),
                Sample.of("a workbook", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}),
                Sample.of("an old workbook", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}),
                Sample.of("noise", new byte[] {(byte) 0x80, (byte) 0xC0, (byte) 0xF5, 'a'}),
                Sample.of("a page", "<!DOCTYPE html><html><body>Sign in</body></html>"),
                Sample.of("an object", "{\"person\": \"S-1\"}"),
                Sample.of("too many rows", header + "\nS-1,RSK-01,2026-11-02,y".repeat(SentFile.MOST_ROWS + 1)));
    }

    @ParameterizedTest
    @MethodSource("junk")
    void junk_is_refused_in_a_sentence(Sample junk) {
        Refusal refusal = refused(() -> CsvFile.read(COMPLETION, SentText.of(junk.bytes, StandardCharsets.UTF_8)));
        assertThat(refusal.code().status()).isBetween(400, 415);
    }

    @Test
    void other_letters_are_read_where_the_sender_says_which() {
        Charset windows = SentText.charset(Charset.forName("windows-1252"));
        assertThat(SentText.of("Zo\u00eb \u2019".getBytes(windows), windows)).isEqualTo("Zo\u00eb \u2019");
        assertThat(SentText.charset(StandardCharsets.ISO_8859_1)).isEqualTo(windows);
        assertThatThrownBy(() -> SentText.charset(StandardCharsets.UTF_16)).isInstanceOf(Refusal.class);
        Refusal line = refused(() -> SentText.of("a\nb\u00eb\nc".getBytes(windows), StandardCharsets.UTF_8));
        assertThat(line.details().extra()).containsEntry("line", 2L);
    }

    private static SentFile csv(String text) {
        return CsvFile.read(COMPLETION, SentText.of(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static SentFile ndjson(String text) {
        return NdjsonFile.read(COMPLETION, SentText.of(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static Refusal refused(Runnable reading) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, reading::run);
    }
}
