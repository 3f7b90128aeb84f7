package org.sevenfold.query.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.query.question.Table;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_formula_becomes_text(String formula) {
        assertThat(Csv.cell(formula)).isEqualTo("'" + formula);
    }

    @Test
    void a_number_stays_a_number_below_zero_too() {
        assertThat(Csv.cell(new BigDecimal("-0.20"))).isEqualTo("-0.20");
    }

    @Test
    void lists_and_absent_values_fit_into_a_cell() {
        assertThat(Csv.cell(null)).isEmpty();
        assertThat(Csv.cell(List.of(Map.of("day", "2026-01-31"), 7))).isEqualTo("2026-01-31; 7");
    }

    @Test
    void cells_with_commas_and_quotes_are_quoted() {
        var table = new Table("rows", List.of("a", "b"), List.of(List.of("x,y", "say \"no\"")));

        assertThat(new String(Csv.of(table), StandardCharsets.UTF_8))
                .isEqualTo("a,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n");
    }
}
