package org.sevenfold.query.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeglectTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 60;

    private static boolean neglected(@Nullable LocalDate met, @Nullable LocalDate moved, LocalDate day) {
        return Boolean.TRUE.equals(
                new Neglect(START, met, moved).said(day, DAYS).get("neglected"));
    }

    @Test
    void a_dimension_is_neglected_once_nothing_has_moved_for_longer_than_the_threshold() {
        assertThat(neglected(DAY.minusDays(60), null, DAY)).isFalse();
        assertThat(neglected(DAY.minusDays(61), null, DAY)).isTrue();
    }

    @Test
    void either_a_milestone_or_a_measure_is_enough() {
        assertThat(neglected(DAY.minusDays(100), DAY.minusDays(3), DAY)).isFalse();
        assertThat(neglected(DAY.minusDays(3), DAY.minusDays(100), DAY)).isFalse();
    }

    @Test
    void in_a_young_programme_nothing_is_neglected_before_its_time() {
        assertThat(neglected(null, null, START.plusDays(60))).isFalse();
        assertThat(neglected(null, null, START.plusDays(61))).isTrue();
        assertThat(neglected(null, LocalDate.of(2025, 1, 1), START.plusDays(10)))
                .isFalse();
    }
}
