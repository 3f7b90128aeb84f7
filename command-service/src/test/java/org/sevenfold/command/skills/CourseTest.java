package org.sevenfold.command.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.skills.Skills.COURSE_BEGINS;
import static org.sevenfold.command.skills.Skills.RISK;
import static org.sevenfold.command.skills.Skills.RSK_01;
import static org.sevenfold.command.skills.Skills.WRITING;
import static org.sevenfold.command.skills.Skills.WRT_01;
import static org.sevenfold.command.structure.Structure.CHILD_IN_NEED_4;
import static org.sevenfold.command.structure.Structure.CIN_04;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.skills.CourseCommand.DefineCourse;
import org.sevenfold.command.skills.CourseCommand.RetireCourse;
import org.sevenfold.events.Days;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.CourseEvent.CourseDefined;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.skills.Validity.ValidityRule;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.platform.problem.Code;

class CourseTest {

    private static final Validity TWO_YEARS = new Validity(24, ValidityRule.FROM_COMPLETION);

    private static final TrainingRequirementId REQUIREMENT =
            TrainingRequirementId.of("01936c6e-4100-7000-8000-000000000001");

    private final Rules rules = Rules.of(CourseEvent.STREAM, RSK_01).by(Role.LEARNING_AND_DEVELOPMENT);

    private static DefineCourse define(String code, String hours, @Nullable Validity validity, LocalDate from) {
        return new DefineCourse(
                RSK_01, code, "Managing risk", CourseMode.BLENDED, new BigDecimal(hours), validity, from);
    }

    private static CourseDefined defined(String hours, @Nullable Validity validity, LocalDate from) {
        return new CourseDefined(
                RSK_01, "RSK-01", "Managing risk", CourseMode.BLENDED, new BigDecimal(hours), validity, from);
    }

    @Nested
    class a_course_is_defined {

        @Test
        void with_a_validity() {
            rules.given(WRITING).when(define("RSK-01", "7.5", TWO_YEARS, TODAY)).then(defined("7.5", TWO_YEARS, TODAY));
        }

        @Test
        void without_one_where_a_completion_counts_for_ever() {
            rules.when(define("RSK-01", "7.5", null, TODAY)).then(defined("7.5", null, TODAY));
        }

        @Test
        void from_a_day_to_come() {
            rules.when(define("RSK-01", "3", null, TODAY.plusDays(40))).then(defined("3", null, TODAY.plusDays(40)));
        }

        @Test
        void from_a_day_365_days_back() {
            rules.when(define("RSK-01", "3", null, TODAY.minusDays(365)))
                    .then(defined("3", null, TODAY.minusDays(365)));
        }

        @Test
        void with_its_hours_written_in_the_same_way_however_they_were_given() {
            rules.when(define("RSK-01", "10.00", null, TODAY)).then(defined("10", null, TODAY));
        }
    }

    @Nested
    class a_course_is_refused {

        @Test
        void under_an_id_that_is_taken() {
            rules.given(RISK)
                    .when(define("RSK-02", "3", null, TODAY))
                    .refused(Code.DUPLICATE, "RSK-01 'Managing risk' can be taken from 1 April 2026 on.");
        }

        @Test
        void under_a_code_that_is_taken_however_it_is_written() {
            var refusal = rules.given(WRITING)
                    .when(define(" wrt-01 ", "3", null, TODAY))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.DUPLICATE);
            assertThat(refusal.detail()).isEqualTo("WRT-01 'Concise writing' can be taken from 1 April 2026 on.");
            assertThat(refusal.extra()).containsEntry("existingId", WRT_01.toString());
        }

        @Test
        void from_a_day_366_days_back() {
            rules.when(define("RSK-01", "3", null, TODAY.minusDays(366)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2025 is 366 days ago; learning and development and human resources can record"
                                    + " up to 365 days back.");
        }
    }

    @Test
    void somebody_who_also_manages_a_young_programme_is_not_sent_to_the_programme_manager() {
        LocalDate early = Rules.PROGRAMME.effectiveOn().plusDays(200);
        var refusal = rules.by(Role.LEARNING_AND_DEVELOPMENT, Role.PROGRAMME_MANAGER)
                .on(early)
                .when(define("RSK-01", "3", null, early.minusDays(366)))
                .refusal();
        assertThat(refusal.code()).isEqualTo(Code.BACK_DATING_LIMIT);
        assertThat(refusal.remedy()).isEqualTo("Ask those who hold the older records.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "7.5", "1000", "1000.00"})
    void a_course_has_hours_in_hundredths_up_to_a_thousand(String hours) {
        assertThat(define("RSK-01", hours, null, TODAY).hours()).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "7.255", "1000.01"})
    void no_course_has_other_hours(String hours) {
        assertThatThrownBy(() -> define("RSK-01", hours, null, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The hours of a course are more than 0 and at most 1000, in hundredths.");
    }

    @Nested
    class a_course_is_retired {

        private final LocalDate december = LocalDate.of(2026, 12, 1);

        private RetireCourse retire(LocalDate from) {
            return new RetireCourse(RSK_01, Days.before(from));
        }

        private CourseRetired retired(LocalDate from) {
            return new CourseRetired(RSK_01, Days.before(from));
        }

        private TrainingRequirementSet required(LocalDate from) {
            return new TrainingRequirementSet(
                    REQUIREMENT,
                    "TR-0001",
                    Rules.PROGRAMME.programmeId(),
                    RSK_01,
                    PostRole.SOCIAL_WORKER,
                    CIN_04,
                    90,
                    from);
        }

        @Test
        void from_a_day_on() {
            rules.given(RISK).when(retire(december)).then(retired(december));
        }

        @Test
        void once_nobody_is_required_to_hold_it() {
            rules.given(
                            RISK,
                            required(TODAY),
                            new TrainingRequirementWithdrawn(REQUIREMENT, RSK_01, Days.before(december)))
                    .when(retire(december))
                    .then(retired(december));
        }

        @Test
        void but_not_while_it_is_required() {
            var refusal = rules.given(RISK, CHILD_IN_NEED_4, required(TODAY))
                    .given(new TrainingRequirementWithdrawn(REQUIREMENT, RSK_01, december))
                    .when(retire(december))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.INVALID_TRANSITION);
            assertThat(refusal.detail())
                    .isEqualTo("TR-0001 requires RSK-01 of every social worker in CIN-04 on 1 December 2026 or later.");
            assertThat(refusal.extra()).containsEntry("allowed", List.of("withdraw-training-requirement"));
        }

        @Test
        void once() {
            rules.given(RISK, retired(december))
                    .when(retire(december.plusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "RSK-01 cannot be taken from 1 December 2026 on.");
        }

        @Test
        void not_on_the_day_on_which_it_begins() {
            rules.given(RISK)
                    .when(retire(COURSE_BEGINS))
                    .refused(Code.INVALID_TRANSITION, "RSK-01 can be taken from 1 April 2026 on.");
        }

        @Test
        void no_further_back_than_learning_and_development_may_record() {
            rules.given(RISK)
                    .on(december.plusDays(365))
                    .when(retire(december))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "30 November 2026 is 366 days ago; learning and development and human resources can record"
                                    + " up to 365 days back.");
        }

        @Test
        void only_if_it_was_defined() {
            assertThat(Rules.refusal(() -> Course.decide(retire(december), new Course.NotYet(), rules.circumstances()))
                            .code())
                    .isEqualTo(Code.NOT_FOUND);
        }

        @Test
        void and_its_code_stays_taken() {
            rules.given(WRITING, new CourseRetired(WRT_01, Days.before(december)))
                    .when(define("WRT-01", "3", null, TODAY))
                    .refused(Code.DUPLICATE, "WRT-01 'Concise writing' can be taken from 1 April 2026 on.");
        }
    }
}
