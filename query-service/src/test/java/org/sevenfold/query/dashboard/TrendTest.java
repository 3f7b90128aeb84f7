package org.sevenfold.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A line over month ends, and the same in words. */
class TrendTest {

    private static Trend trend(@Nullable Integer... values) {
        List<Trend.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Integer value = values[i];
            LocalDate day = LocalDate.of(2026, 1, 31).plusMonths(i);
            points.add(new Trend.Point(
                    day, new Share(value == null ? null : BigDecimal.valueOf(value), 0, value == null ? 0 : 1, "/")));
        }
        return Trend.of("RSK-01", points);
    }

    @Test
    void a_line_goes_from_left_to_right_with_a_hundred_at_the_top() {
        Trend trend = trend(0, 50, 100);

        assertThat(trend.lines()).containsExactly("4.0,36.0 60.0,20.0 116.0,4.0");
        assertThat(trend.dots()).containsExactly(new Trend.Dot("116.0", "4.0"));
    }

    @Test
    void where_a_figure_does_not_apply_there_is_a_gap_and_a_figure_alone_is_a_dot() {
        Trend trend = trend(null, 20, null, 40, 60);

        assertThat(trend.lines()).containsExactly("88.0,23.2 116.0,16.8");
        assertThat(trend.dots()).containsExactly(new Trend.Dot("32.0", "29.6"), new Trend.Dot("116.0", "16.8"));
    }

    @Test
    void who_does_not_see_the_line_hears_where_it_begins_and_ends_and_how_far_it_went() {
        assertThat(trend(null, 20, 90, 40).words())
                .isEqualTo("RSK-01 at 4 month ends: from 20\u00a0% on 28 February 2026 to 40\u00a0% on 30 April 2026;"
                        + " lowest 20\u00a0% on 28 February 2026, highest 90\u00a0% on 31 March 2026.");
        assertThat(trend(null, null).words()).isEqualTo("RSK-01 at 2 month ends: not applicable.");
    }

    @Test
    void a_hundred_is_in_the_last_band_and_nothing_is_in_none() {
        assertThat(List.of(band("0"), band("19.9"), band("20"), band("99.9"), band("100")))
                .containsExactly(1, 1, 2, 5, 5);
        assertThat(new Share(null, 0, 0, "/").band()).isZero();
    }

    private static int band(String value) {
        return new Share(new BigDecimal(value), 0, 1, "/").band();
    }
}
