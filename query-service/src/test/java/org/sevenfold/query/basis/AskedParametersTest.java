package org.sevenfold.query.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

class AskedParametersTest {

    private static final Instant HALF_PAST_MIDNIGHT_IN_SUMMER = Instant.parse("2026-06-30T23:30:00Z");
    private final AskedParameters asked =
            new AskedParameters(Clock.fixed(HALF_PAST_MIDNIGHT_IN_SUMMER, ZoneOffset.UTC));

    @Test
    void today_is_today_in_london() {
        assertThat(asked.read(Map.of())).isEqualTo(Asked.now(LocalDate.of(2026, 7, 1)));
    }

    @Test
    void a_past_date_means_the_end_of_that_day_in_london_and_today_means_now() {
        assertThat(asked.read(Map.of("knownAt", "2026-06-30")).instant())
                .isEqualTo(Instant.parse("2026-06-30T22:59:59.999999Z"));
        assertThat(asked.read(Map.of("knownAt", "2026-07-01")).isNow()).isTrue();
    }

    @Test
    void an_at_sign_means_a_position() {
        assertThat(asked.read(Map.of("knownAt", "@12", "minPosition", "11")))
                .isEqualTo(new Asked(LocalDate.of(2026, 7, 1), 12L, null, 11L));
    }

    @ParameterizedTest
    @CsvSource({
        "effectiveOn, 2026-02-30, VALIDATION",
        "effectiveOn, yesterday, VALIDATION",
        "effectiveOn, +12026-01-01, VALIDATION",
        "effectiveOn, 0001-01-01, VALIDATION",
        "knownAt, @, VALIDATION",
        "knownAt, @-1, VALIDATION",
        "knownAt, @99999999999999999999, VALIDATION",
        "knownAt, 2026-06-30T22:59, VALIDATION",
        "knownAt, 2026-07-02, FUTURE_KNOWN_AT",
        "knownAt, 2026-06-30T23:30:01Z, FUTURE_KNOWN_AT",
        "minPosition, 1.5, VALIDATION"
    })
    void what_cannot_be_read_is_refused_by_name(String parameter, String value, Code code) {
        assertThatThrownBy(() -> asked.read(Map.of(parameter, value)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.details().violations())
                            .singleElement()
                            .satisfies(
                                    violation -> assertThat(violation.pointer()).isEqualTo(parameter));
                });
    }
}
