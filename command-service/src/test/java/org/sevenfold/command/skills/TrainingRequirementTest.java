package org.sevenfold.command.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.skills.Skills.COURSE_BEGINS;
import static org.sevenfold.command.skills.Skills.RISK;
import static org.sevenfold.command.skills.Skills.RSK_01;
import static org.sevenfold.command.structure.Structure.CHILD_IN_NEED_4;
import static org.sevenfold.command.structure.Structure.CIN_04;
import static org.sevenfold.events.staff.PostRole.SOCIAL_WORKER;
import static org.sevenfold.events.staff.PostRole.UNIT_CO_ORDINATOR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.skills.TrainingRequirementCommand.SetTrainingRequirement;
import org.sevenfold.command.skills.TrainingRequirementCommand.WithdrawTrainingRequirement;
import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;

class TrainingRequirementTest {

    private static final TrainingRequirementId NEW = TrainingRequirementId.of("01936c6e-4100-7000-8000-000000000001");
    private static final TrainingRequirementId OTHER = TrainingRequirementId.of("01936c6e-4100-7000-8000-000000000002");
    private static final ProgrammeId LEA_MARSH = PROGRAMME.programmeId();
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final Rules rules = Rules.of(TrainingRequirementEvent.STREAM, NEW).by(Role.LEARNING_AND_DEVELOPMENT);

    private static SetTrainingRequirement require(@Nullable PostRole role, @Nullable UnitId unit, LocalDate from) {
        return new SetTrainingRequirement(NEW, LEA_MARSH, RSK_01, role, unit, 90, from);
    }

    private static TrainingRequirementSet required(
            TrainingRequirementId id,
            String reference,
            @Nullable PostRole role,
            @Nullable UnitId unit,
            LocalDate from) {
        return new TrainingRequirementSet(id, reference, LEA_MARSH, RSK_01, role, unit, 90, from);
    }

    @Nested
    class a_course_is_required {

        @Test
        void of_a_role_in_a_unit_from_today_on() {
            rules.given(RISK, CHILD_IN_NEED_4)
                    .when(require(SOCIAL_WORKER, CIN_04, TODAY))
                    .then(required(NEW, "TR-0001", SOCIAL_WORKER, CIN_04, TODAY));
        }

        @Test
        void of_everybody_from_a_day_to_come() {
            rules.given(RISK).when(require(null, null, DECEMBER)).then(required(NEW, "TR-0001", null, null, DECEMBER));
        }

        @Test
        void under_the_next_number() {
            rules.given(RISK, required(OTHER, "TR-0041", UNIT_CO_ORDINATOR, null, TODAY))
                    .when(require(SOCIAL_WORKER, null, TODAY))
                    .then(required(NEW, "TR-0042", SOCIAL_WORKER, null, TODAY));
        }

        @Test
        void anew_from_the_day_on_which_it_was_withdrawn() {
            rules.given(RISK, required(OTHER, "TR-0001", SOCIAL_WORKER, null, TODAY.minusDays(90)))
                    .given(new TrainingRequirementWithdrawn(OTHER, RSK_01, Days.before(DECEMBER)))
                    .when(require(SOCIAL_WORKER, null, DECEMBER))
                    .then(required(NEW, "TR-0002", SOCIAL_WORKER, null, DECEMBER));
        }

        @Test
        void of_a_role_in_a_unit_although_it_is_required_of_the_role() {
            rules.given(RISK, CHILD_IN_NEED_4, required(OTHER, "TR-0001", SOCIAL_WORKER, null, TODAY))
                    .when(require(SOCIAL_WORKER, CIN_04, TODAY))
                    .then(required(NEW, "TR-0002", SOCIAL_WORKER, CIN_04, TODAY));
        }
    }

    @Nested
    class a_requirement_is_refused {

        @Test
        void where_it_is_required_already() {
            var refusal = rules.given(RISK, CHILD_IN_NEED_4)
                    .given(required(OTHER, "TR-0001", UNIT_CO_ORDINATOR, CIN_04, TODAY.minusDays(3)))
                    .when(require(UNIT_CO_ORDINATOR, CIN_04, TODAY))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.DUPLICATE);
            assertThat(refusal.detail())
                    .isEqualTo("TR-0001 requires RSK-01 of every unit co-ordinator in CIN-04 from 30 October 2026 on.");
            assertThat(refusal.extra()).containsEntry("existingId", OTHER.toString());
        }

        @Test
        void where_it_will_be_required() {
            rules.given(RISK, required(OTHER, "TR-0001", null, null, DECEMBER))
                    .when(require(null, null, TODAY))
                    .refused(Code.DUPLICATE, "TR-0001 requires RSK-01 of everybody from 1 December 2026 on.");
        }

        @Test
        void under_an_id_that_is_taken() {
            rules.given(RISK, required(NEW, "TR-0001", SOCIAL_WORKER, null, TODAY))
                    .when(require(UNIT_CO_ORDINATOR, null, TODAY))
                    .refused(Code.DUPLICATE, "TR-0001 has this identity.");
        }

        @Test
        void for_days_that_are_over() {
            rules.given(RISK)
                    .when(require(SOCIAL_WORKER, null, TODAY.minusDays(1)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2026 has passed; who was compliant on that day stays so.");
        }

        @Test
        void after_the_programme() {
            rules.given(RISK)
                    .when(require(SOCIAL_WORKER, null, LocalDate.of(2027, 1, 1)))
                    .refused(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            "1 January 2027 lies outside; lea-marsh runs from 1 October 2025 to 31 December 2026.");
        }

        @Test
        void in_a_closed_programme() {
            rules.given(RISK, new ProgrammeClosed(LEA_MARSH, TODAY, "Begin with the people.", null))
                    .when(require(SOCIAL_WORKER, null, TODAY))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Programme lea-marsh 'Reclaiming practice in Lea Marsh' was closed on 2 November 2026; only"
                                    + " corrections are taken since.");
        }

        @Test
        void for_a_course_that_nobody_defined() {
            rules.when(require(SOCIAL_WORKER, null, TODAY)).refused(Code.NOT_FOUND, "Nobody has defined it.");
        }

        @Test
        void for_a_course_that_cannot_be_taken_yet() {
            rules.given(RISK)
                    .on(COURSE_BEGINS.minusDays(1))
                    .when(require(SOCIAL_WORKER, null, COURSE_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "RSK-01 'Managing risk' can be taken from 1 April 2026 on.");
        }

        @Test
        void for_a_course_that_is_to_be_retired() {
            rules.given(RISK, new CourseRetired(RSK_01, Days.before(DECEMBER)))
                    .when(require(SOCIAL_WORKER, null, TODAY))
                    .refused(
                            Code.INVALID_TRANSITION, "RSK-01 'Managing risk' cannot be taken from 1 December 2026 on.");
        }

        @Test
        void in_a_unit_that_nobody_established() {
            rules.given(RISK).when(require(null, CIN_04, TODAY)).refused(Code.NOT_FOUND, "Nobody has established it.");
        }

        @Test
        void in_a_unit_that_is_closed_by_then() {
            rules.given(RISK, CHILD_IN_NEED_4, new UnitClosed(CIN_04, TODAY, null))
                    .when(require(null, CIN_04, DECEMBER))
                    .refused(Code.INVALID_TRANSITION, "There is no CIN-04 'Child in Need 4' on 1 December 2026.");
        }
    }

    @Nested
    class a_requirement_is_withdrawn {

        private WithdrawTrainingRequirement withdraw(LocalDate from) {
            return new WithdrawTrainingRequirement(NEW, Days.before(from));
        }

        private TrainingRequirementWithdrawn withdrawn(LocalDate from) {
            return new TrainingRequirementWithdrawn(NEW, RSK_01, Days.before(from));
        }

        @Test
        void from_today_on() {
            rules.given(RISK, required(NEW, "TR-0001", SOCIAL_WORKER, null, TODAY.minusDays(90)))
                    .when(withdraw(TODAY))
                    .then(withdrawn(TODAY));
        }

        @Test
        void before_it_ever_held() {
            rules.given(RISK, required(NEW, "TR-0001", SOCIAL_WORKER, null, DECEMBER))
                    .when(withdraw(DECEMBER))
                    .then(withdrawn(DECEMBER));
        }

        @Test
        void once() {
            rules.given(RISK, required(NEW, "TR-0001", SOCIAL_WORKER, null, TODAY), withdrawn(DECEMBER))
                    .when(withdraw(DECEMBER))
                    .refused(Code.REQUIREMENT_NOT_CURRENT, "TR-0001 holds no longer from 1 December 2026 on.");
        }

        @Test
        void never_for_days_that_are_over() {
            rules.given(RISK, required(NEW, "TR-0001", SOCIAL_WORKER, null, TODAY.minusDays(90)))
                    .when(withdraw(TODAY.minusDays(1)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2026 has passed; who was compliant on that day stays so.");
        }

        @Test
        void not_before_it_holds() {
            rules.given(RISK, required(NEW, "TR-0001", SOCIAL_WORKER, null, DECEMBER))
                    .when(withdraw(TODAY))
                    .refused(Code.INVALID_TRANSITION, "TR-0001 holds from 1 December 2026 on.");
        }

        @Test
        void only_if_it_was_set() {
            assertThat(Rules.refusal(() -> TrainingRequirement.decide(
                                    withdraw(TODAY), new TrainingRequirement.NotYet(), rules.circumstances()))
                            .code())
                    .isEqualTo(Code.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 731})
    void a_course_is_due_within_two_years(int days) {
        assertThatThrownBy(() -> new SetTrainingRequirement(NEW, LEA_MARSH, RSK_01, null, null, days, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A course is due within 0 to 730 days.");
    }
}
