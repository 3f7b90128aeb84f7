package org.sevenfold.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.skills.Validity.ValidityRule;
import org.sevenfold.events.staff.Fte;

class ValuesTest {

    private static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.5", "0.99", "1", "1.0", "1.00", "0.500"})
    void a_full_time_equivalent_runs_from_a_hundredth_to_one(String text) {
        assertThat(Fte.of(text).value()).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "0.009", "0.001", "0.125", "1.01", "2", "100"})
    void nothing_else_is_a_full_time_equivalent(String text) {
        assertThatThrownBy(() -> Fte.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "0.50, 0.5", "0.8, 0.8"})
    void the_same_amount_is_the_same_value_and_the_same_text_however_it_was_written(String one, String other) {
        assertThat(Fte.of(one)).isEqualTo(Fte.of(other)).hasToString(other).isEqualByComparingTo(Fte.of(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 120})
    void a_completion_counts_for_one_month_to_ten_years(int months) {
        assertThat(new Validity(months, ValidityRule.FROM_COMPLETION).months()).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 121})
    void no_completion_counts_for_less_or_more(int months) {
        assertThatThrownBy(() -> new Validity(months, ValidityRule.FROM_COMPLETION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-27, 6, 2027-02-26",
        "2026-08-28, 6, 2027-02-27",
        "2026-08-29, 6, 2027-02-28",
        "2026-08-30, 6, 2027-02-28",
        "2026-08-31, 6, 2027-02-28",
        "2026-09-01, 6, 2027-02-28",
        "2027-08-28, 6, 2028-02-27",
        "2027-08-29, 6, 2028-02-28",
        "2027-08-31, 6, 2028-02-29",
        "2026-10-31, 1, 2026-11-30",
        "2026-10-31, 12, 2027-10-30",
        "2028-02-29, 12, 2029-02-28",
        "2028-02-29, 48, 2032-02-28",
        "2027-03-01, 12, 2028-02-29"
    })
    void a_completion_counts_to_the_day_before_the_same_day_or_to_the_end_of_a_shorter_month(
            LocalDate completedOn, int months, LocalDate lastDay) {
        assertThat(new Validity(months, ValidityRule.FROM_COMPLETION).lastDay(completedOn))
                .isEqualTo(lastDay);
    }

    @Test
    void evidence_needs_no_hash_but_a_hash_is_a_sha_256() {
        assertThat(new Evidence("register", "Register of May", "shelf 4", null).sha256())
                .isNull();
        assertThat(new Evidence("register", "Register of May", "shelf 4", SHA_256).sha256())
                .isEqualTo(SHA_256);
        for (String wrong :
                new String[] {"", SHA_256.substring(1), SHA_256.toUpperCase(java.util.Locale.ROOT), SHA_256 + "0"}) {
            assertThatThrownBy(() -> new Evidence("register", "Register of May", "shelf 4", wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"' ', title, where", "kind, '', where", "kind, title, ' '"})
    void evidence_says_what_it_is_its_title_and_where_it_is_kept(String kind, String title, String where) {
        assertThatThrownBy(() -> new Evidence(kind, title, where, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
