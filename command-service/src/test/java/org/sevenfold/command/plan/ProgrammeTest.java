package org.sevenfold.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.plan.ProgrammeCommand.CloseProgramme;
import org.sevenfold.command.plan.ProgrammeCommand.ExtendProgramme;
import org.sevenfold.command.plan.ProgrammeCommand.LockPeriod;
import org.sevenfold.command.plan.ProgrammeCommand.StartProgramme;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.platform.problem.Code;

class ProgrammeTest {

    private static final ProgrammeId ANOTHER = ProgrammeId.of("01936c6e-5000-7000-8000-000000000002");
    private static final ProgrammeId LEA_MARSH = PROGRAMME.programmeId();
    private static final ProgrammeClosed CLOSED =
            new ProgrammeClosed(LEA_MARSH, TODAY.minusDays(3), "Job descriptions come first.", null);

    private static StartProgramme start(ProgrammeId id, String reference) {
        return new StartProgramme(id, reference, "Reclaiming practice", TODAY, null);
    }

    @Nested
    class a_programme_is_started {

        private final Rules rules =
                Rules.beforeAnyProgramme(ProgrammeEvent.STREAM, ANOTHER).by(Role.SENIOR_RESPONSIBLE_OWNER);

        @Test
        void for_twelve_months_both_days_included() {
            rules.when(start(ANOTHER, "east"))
                    .then(new ProgrammeStarted(
                            ANOTHER, "east", "Reclaiming practice", TODAY, LocalDate.of(2027, 11, 1)));
        }

        @Test
        void until_the_day_that_is_given() {
            rules.when(new StartProgramme(ANOTHER, "east", "Reclaiming practice", TODAY, TODAY.plusDays(40)))
                    .then(new ProgrammeStarted(ANOTHER, "east", "Reclaiming practice", TODAY, TODAY.plusDays(40)));
        }

        @Test
        void once_the_one_before_is_closed() {
            rules.given(PROGRAMME, CLOSED)
                    .when(start(ANOTHER, "east"))
                    .then(new ProgrammeStarted(
                            ANOTHER, "east", "Reclaiming practice", TODAY, LocalDate.of(2027, 11, 1)));
        }

        @Test
        void but_not_while_another_runs() {
            rules.given(PROGRAMME)
                    .when(start(ANOTHER, "east"))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Programme lea-marsh 'Reclaiming practice in Lea Marsh' runs until 31 December 2026, and"
                                    + " there is one programme at a time.");
        }

        @Test
        void and_never_under_a_name_that_was_used() {
            rules.given(PROGRAMME, CLOSED)
                    .when(start(ANOTHER, "Lea-Marsh"))
                    .refused(
                            Code.DUPLICATE,
                            "The name Lea-Marsh was that of an earlier programme, whose figures are still read under"
                                    + " it.");
        }
    }

    @Nested
    class a_running_programme {

        private final Rules rules = Rules.of(ProgrammeEvent.STREAM, LEA_MARSH).by(Role.SENIOR_RESPONSIBLE_OWNER);

        private ExtendProgramme extend(LocalDate to, String reason) {
            return new ExtendProgramme(LEA_MARSH, to, reason);
        }

        @Test
        void is_extended() {
            rules.when(extend(LocalDate.of(2027, 6, 30), "Fifteen of 48 units are live."))
                    .then(new ProgrammeExtended(LEA_MARSH, TODAY, LocalDate.of(2027, 6, 30)));
        }

        @Test
        void is_not_extended_without_a_reason() {
            assertThat(rules.when(extend(LocalDate.of(2027, 6, 30), "late"))
                            .refusal()
                            .code())
                    .isEqualTo(Code.REASON_REQUIRED);
        }

        @Test
        void is_not_extended_to_a_day_on_which_it_runs_anyway() {
            rules.when(extend(LocalDate.of(2026, 12, 31), "Fifteen of 48 units are live."))
                    .refused(Code.INVALID_TRANSITION, "Programme lea-marsh ends on 31 December 2026 already.");
        }

        @Test
        void is_closed_with_what_was_learnt() {
            rules.when(new CloseProgramme(LEA_MARSH, TODAY, "Job descriptions come first.", "Three units."))
                    .then(new ProgrammeClosed(LEA_MARSH, TODAY, "Job descriptions come first.", "Three units."));
        }

        @Test
        void is_not_closed_ahead_of_time() {
            rules.when(new CloseProgramme(LEA_MARSH, TODAY.plusDays(1), "Job descriptions come first.", null))
                    .refused(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            "3 November 2026 has not come yet; today is 2 November 2026.");
        }

        @Test
        void is_not_closed_before_it_began() {
            rules.when(new CloseProgramme(LEA_MARSH, LocalDate.of(2025, 9, 30), "Job descriptions come first.", null))
                    .refused(Code.OUTSIDE_PROGRAMME_WINDOW, "Programme lea-marsh began on 1 October 2025.");
        }

        @Test
        void has_a_month_locked_once_it_is_over() {
            rules.when(new LockPeriod(LEA_MARSH, YearMonth.of(2026, 10)))
                    .then(new PeriodLocked(LEA_MARSH, YearMonth.of(2026, 10)));
        }

        @Test
        void has_a_month_locked_once() {
            rules.given(new PeriodLocked(LEA_MARSH, YearMonth.of(2026, 10)))
                    .when(new LockPeriod(LEA_MARSH, YearMonth.of(2026, 10)))
                    .refused(Code.INVALID_TRANSITION, "October 2026 was reported and closed before.");
        }

        @Test
        void has_no_month_locked_that_still_runs() {
            rules.when(new LockPeriod(LEA_MARSH, YearMonth.of(2026, 11)))
                    .refused(Code.FUTURE_DATE_NOT_ALLOWED, "November 2026 ends on 30 November 2026.");
        }

        @Test
        void has_no_month_locked_from_before_its_time() {
            rules.when(new LockPeriod(LEA_MARSH, YearMonth.of(2025, 9)))
                    .refused(Code.OUTSIDE_PROGRAMME_WINDOW, "Programme lea-marsh began on 1 October 2025.");
        }

        @Test
        void is_over_once_it_is_closed() {
            rules.given(CLOSED)
                    .when(extend(LocalDate.of(2027, 6, 30), "Fifteen of 48 units are live."))
                    .refused(Code.INVALID_TRANSITION, "Programme lea-marsh was closed on 30 October 2026.");
        }
    }

    @Test
    void nothing_is_decided_about_a_programme_that_nobody_started() {
        var in = Rules.of(ProgrammeEvent.STREAM, ANOTHER).circumstances();
        assertThat(Rules.refusal(() -> Programme.decide(
                                new LockPeriod(ANOTHER, YearMonth.of(2026, 10)), new Programme.NotYet(), in))
                        .code())
                .isEqualTo(Code.NOT_FOUND);
    }
}
