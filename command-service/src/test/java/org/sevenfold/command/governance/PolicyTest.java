package org.sevenfold.command.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.governance.PolicyCommand.SetPolicy;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.platform.problem.Code;

class PolicyTest {

    private static final ProgrammeId LEA_MARSH = PROGRAMME.programmeId();

    private final Rules rules =
            Rules.of(PolicyEvent.STREAM, PolicyEvent.streamIdOf(LEA_MARSH)).by(Role.SENIOR_RESPONSIBLE_OWNER);

    private static SetPolicy green(int days, LocalDate from) {
        return new SetPolicy(LEA_MARSH, Policy.GREEN_LATE_DAYS, new BigDecimal(days), from);
    }

    @Nested
    class a_threshold_is_set {

        @Test
        void from_today() {
            rules.when(green(10, TODAY))
                    .then(new PolicySet(LEA_MARSH, Policy.GREEN_LATE_DAYS, new BigDecimal(10), TODAY));
        }

        @Test
        void and_set_again() {
            rules.given(new PolicySet(LEA_MARSH, Policy.GREEN_LATE_DAYS, new BigDecimal(10), TODAY))
                    .when(green(14, TODAY.plusDays(30)))
                    .then(new PolicySet(LEA_MARSH, Policy.GREEN_LATE_DAYS, new BigDecimal(14), TODAY.plusDays(30)));
        }

        @Test
        void not_for_days_that_are_over() {
            rules.when(green(10, TODAY.minusDays(1)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2026 has passed; what was allowed on that day stays allowed.");
        }

        @Test
        void not_to_what_it_is_anyway() {
            rules.when(green(14, TODAY))
                    .refused(
                            Code.DUPLICATE,
                            "On 2 November 2026 this threshold is 14 already: how many days late against the baseline a"
                                    + " milestone may be under a green rating.");
        }

        @Test
        void not_in_a_programme_that_is_closed() {
            rules.given(new ProgrammeClosed(LEA_MARSH, TODAY.minusDays(1), "Lessons", null))
                    .when(green(10, TODAY))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Programme lea-marsh 'Reclaiming practice in Lea Marsh' was closed on 1 November 2026; only"
                                    + " corrections are taken since.");
        }

        @Test
        void not_in_a_programme_that_nobody_started() {
            var in = Rules.beforeAnyProgramme(PolicyEvent.STREAM, PolicyEvent.streamIdOf(LEA_MARSH))
                    .circumstances();
            assertThat(Rules.refusal(() -> Thresholds.decide(green(10, TODAY), Thresholds.NONE, in))
                            .code())
                    .isEqualTo(Code.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1001", "1.5"})
    void a_threshold_is_a_whole_number_up_to_a_thousand(String value) {
        assertThatThrownBy(() -> new SetPolicy(LEA_MARSH, Policy.NEGLECT_DAYS, new BigDecimal(value), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
