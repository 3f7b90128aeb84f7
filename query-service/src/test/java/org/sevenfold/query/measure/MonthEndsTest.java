package org.sevenfold.query.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthEndsTest {

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-10-31", "2026-10-31, 2026-10-31", "2026-03-01, 2026-02-28", "2026-01-01, 2025-12-31"})
    void a_trend_ends_with_the_last_month_end_up_to_the_day(LocalDate day, LocalDate last) {
        assertThat(MonthEnds.upTo(day)).hasSize(13).endsWith(last);
    }

    @Test
    void each_point_is_the_last_day_of_its_month() {
        assertThat(MonthEnds.upTo(LocalDate.of(2024, 3, 31)))
                .contains(LocalDate.of(2024, 2, 29), LocalDate.of(2023, 9, 30))
                .allMatch(day -> day.plusDays(1).getDayOfMonth() == 1);
    }
}
