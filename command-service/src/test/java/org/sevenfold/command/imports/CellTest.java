package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CellTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DAY    | 2026-11-02             | "2026-11-02"
        DAY    | 02/11/2026             | "2026-11-02"
        DAY    | 2/1/2026               | "2026-01-02"
        DAY    | 2.11.2026              | "2026-11-02"
        DAY    | 2-11-2026              | "2026-11-02"
        DAY    | 2 Sep 2026             | "2026-09-02"
        DAY    | 02-SEP-2026            | "2026-09-02"
        DAY    | 2 november 2026        | "2026-11-02"
        DAY    | 2026-11-02 00:00:00    | "2026-11-02"
        DAY    | 2026-11-02T00:00:00Z   | "2026-11-02"
        DAY    | 31/02/2026             | "31/02/2026"
        DAY    | 11/30/2026             | "11/30/2026"
        DAY    | 2/11/26                | "2/11/26"
        DAY    | 46328                  | "46328"
        DAY    | 2026-11-02 09:30       | "2026-11-02 09:30"
        TRUTH  | Yes                    | true
        TRUTH  | TRUE                   | true
        TRUTH  | 1                      | true
        TRUTH  | n                      | false
        TRUTH  | No                     | false
        TRUTH  | perhaps                | "perhaps"
        WHOLE  | 12                     | 12
        WHOLE  | 12.0                   | 12
        WHOLE  | -3                     | -3
        WHOLE  | 1,200                  | 1200
        WHOLE  | 12.5                   | "12.5"
        WHOLE  | 12345678901234567890   | "12345678901234567890"
        NUMBER | 0.80                   | 0.8
        NUMBER | 100                    | 100
        NUMBER | £1,234.50              | 1234.5
        NUMBER | 0,8                    | "0,8"
        NUMBER | 1,23,456               | "1,23,456"
        NUMBER | 1e9                    | "1e9"
        NUMBER | NaN                    | "NaN"
        CHOICE | social worker          | "SOCIAL_WORKER"
        CHOICE | Social-Worker          | "SOCIAL_WORKER"
        CHOICE | nurse                  | "nurse"
        TEXT   | 007                    | "007"
        TEXT   | '=A1+A2                | "=A1+A2"
        TEXT   | '-5                    | "-5"
        TEXT   | 'Alison                | "'Alison"
        TEXT   | =1+1                   | "=1+1"
        LIST   | CIN-01; CIN-02 ;       | ["CIN-01","CIN-02"]
        LIST   | ["CIN-01"]             | ["CIN-01"]
        JSON   | {"a": [1, true]}       | {"a":[1,true]}
        JSON   | CIN-01                 | "CIN-01"
        """, quoteCharacter = '`')
    void a_cell_is_read_as_people_write_it(Column.Kind kind, String cell, String value) {
        assertThat(Cell.read(cell, column(kind)).orElseThrow().toString())
                .isEqualTo(JSON.readTree(value).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", " \t "})
    void nothing_stands_in_an_empty_cell(String cell) {
        for (Column.Kind kind : Column.Kind.values()) {
            assertThat(Cell.read(cell, column(kind))).isEmpty();
        }
    }

    @Test
    void blanks_around_a_text_and_line_breaks_within_it_are_made_plain() {
        assertThat(Cell.read("\u00a0first line \r\n second\u00a0line ", column(Column.Kind.TEXT))
                        .orElseThrow()
                        .stringValue())
                .isEqualTo("first line second line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44 20", "-5", "@sum", "plain", "O'Neill", "x=1", ""})
    void what_is_written_for_a_spreadsheet_is_read_as_it_was(String text) {
        String cell = Cell.neutral(text);
        assertThat(cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0).isTrue();
        assertThat(Cell.read(cell, column(Column.Kind.TEXT))
                        .map(value -> value.stringValue())
                        .orElse(""))
                .isEqualTo(text);
    }

    private static Column column(Column.Kind kind) {
        var items = new Column(List.of("units"), Column.Kind.TEXT, false, List.of(), "", null);
        return new Column(
                List.of("units"),
                kind,
                false,
                List.of("SOCIAL_WORKER", "CLINICIAN"),
                "",
                kind == Column.Kind.LIST ? items : null);
    }
}
