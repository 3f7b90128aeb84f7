package org.sevenfold.command.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.skills.Skills.CERTIFICATE;
import static org.sevenfold.command.skills.Skills.COURSE_BEGINS;
import static org.sevenfold.command.skills.Skills.RISK;
import static org.sevenfold.command.skills.Skills.RSK_01;
import static org.sevenfold.command.skills.Skills.WRITING;
import static org.sevenfold.command.skills.Skills.WRT_01;
import static org.sevenfold.command.skills.Skills.completed;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.ADA_IN_104;
import static org.sevenfold.command.staff.Staff.ADA_REGISTERED;
import static org.sevenfold.command.staff.Staff.BEN;
import static org.sevenfold.command.staff.Staff.P_0104;
import static org.sevenfold.command.staff.Staff.appointed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.skills.TrainingRecordCommand.CorrectTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.RecordTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.VoidFact;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseEvent.CourseRetired;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.platform.problem.Code;

class TrainingRecordTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 8);
    private static final String WHY = "The register shows another day.";
    private static final EventId ELSEWHERE = EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f");

    private final Rules rules = Rules.of(TrainingRecordEvent.STREAM, TrainingRecordEvent.streamIdOf(ADA))
            .by(Role.LEARNING_AND_DEVELOPMENT);

    private static RecordTrainingCompletion complete(CourseId course, LocalDate on) {
        return new RecordTrainingCompletion(ADA, course, on, true, null);
    }

    private CorrectTrainingCompletion correct(EventId id, @Nullable CourseId course, @Nullable LocalDate on) {
        return new CorrectTrainingCompletion(rules.fact(id), course, on, null, null, WHY);
    }

    private static TrainingCompletionCorrected corrected(EventId supersedes, CourseId course, LocalDate on) {
        return new TrainingCompletionCorrected(supersedes, ADA, course, on, true, null);
    }

    private VoidFact voidFact(EventId id) {
        return new VoidFact(rules.fact(id), "Recorded for the wrong person.");
    }

    private Rules givenAdaInPost() {
        return rules.given(ADA_REGISTERED, ADA_IN_104, RISK, WRITING);
    }

    @Nested
    class when_a_completion_is_recorded {

        @Test
        void the_first_one_begins_the_record() {
            givenAdaInPost().when(complete(RSK_01, MAY)).then(completed(RSK_01, MAY));
        }

        @Test
        void evidence_is_kept_and_so_is_a_fail() {
            givenAdaInPost()
                    .when(new RecordTrainingCompletion(ADA, RSK_01, MAY, false, CERTIFICATE))
                    .then(new TrainingCompletionRecorded(ADA, RSK_01, MAY, false, CERTIFICATE));
        }

        @Test
        void it_can_have_been_today() {
            givenAdaInPost().when(complete(RSK_01, TODAY)).then(completed(RSK_01, TODAY));
        }

        @Test
        void it_cannot_lie_in_the_future() {
            givenAdaInPost()
                    .when(complete(RSK_01, TODAY.plusDays(1)))
                    .refused(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            "3 November 2026 has not come yet; today is 2 November 2026.");
        }

        @Test
        void the_person_must_be_registered() {
            rules.given(RISK).when(complete(RSK_01, MAY)).refused(Code.NOT_FOUND, "Nobody has registered this person.");
        }

        @Test
        void the_course_must_be_defined() {
            rules.given(ADA_REGISTERED, ADA_IN_104)
                    .when(complete(RSK_01, MAY))
                    .refused(Code.NOT_FOUND, "Nobody has defined it.");
        }

        @Test
        void it_can_have_been_on_the_first_day_of_the_course() {
            givenAdaInPost().when(complete(RSK_01, COURSE_BEGINS)).then(completed(RSK_01, COURSE_BEGINS));
        }

        @Test
        void it_cannot_have_been_before_there_was_such_a_course() {
            givenAdaInPost()
                    .when(complete(RSK_01, COURSE_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "RSK-01 'Managing risk' exists from 1 April 2026 on.");
        }
    }

    @Nested
    class a_completion_needs_a_person_in_post_on_that_day {

        private Rules givenTerm(LocalDate from, LocalDate lastDay) {
            return rules.given(ADA_REGISTERED, RISK, appointed(P_0104, ADA, "0.5", from, lastDay));
        }

        @Test
        void the_first_day_in_post_counts() {
            givenTerm(MAY, JUNE).when(complete(RSK_01, MAY)).then(completed(RSK_01, MAY));
        }

        @Test
        void the_last_day_in_post_counts() {
            givenTerm(MAY, JUNE).when(complete(RSK_01, JUNE)).then(completed(RSK_01, JUNE));
        }

        @Test
        void the_day_before_the_first_does_not() {
            givenTerm(MAY, JUNE)
                    .when(complete(RSK_01, MAY.minusDays(1)))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 3 May 2026.");
        }

        @Test
        void the_day_after_the_last_does_not() {
            givenTerm(MAY, JUNE)
                    .when(complete(RSK_01, JUNE.plusDays(1)))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 9 June 2026.");
        }

        @Test
        void somebody_whose_appointment_was_ended_is_not_in_post_after_it() {
            EventId made = rules.given(ADA_REGISTERED, RISK).record(ADA_IN_104);
            rules.given(new AppointmentEnded(P_0104, ADA, made, MAY))
                    .when(complete(RSK_01, MAY.plusDays(1)))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 5 May 2026.");
        }

        @Test
        void a_course_is_taken_up_to_the_day_before_it_is_retired() {
            rules.given(ADA_REGISTERED, ADA_IN_104, RISK, new CourseRetired(RSK_01, Days.before(JUNE)))
                    .when(complete(RSK_01, JUNE.minusDays(1)))
                    .then(completed(RSK_01, JUNE.minusDays(1)));
        }

        @Test
        void a_retired_course_is_not_taken() {
            rules.given(ADA_REGISTERED, ADA_IN_104, RISK, new CourseRetired(RSK_01, Days.before(JUNE)))
                    .when(complete(RSK_01, JUNE))
                    .refused(Code.INVALID_TRANSITION, "RSK-01 'Managing risk' cannot be taken from 8 June 2026 on.");
        }

        @Test
        void somebody_who_was_never_appointed_cannot_complete_anything() {
            rules.given(ADA_REGISTERED, RISK, appointed(P_0104, BEN, "1", MAY))
                    .when(complete(RSK_01, MAY))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 4 May 2026.");
        }

        @Test
        void a_second_post_counts_as_well() {
            rules.given(
                            ADA_REGISTERED,
                            RISK,
                            appointed(P_0104, ADA, "0.5", COURSE_BEGINS, MAY),
                            appointed(P_0104, ADA, "0.5", JUNE))
                    .when(complete(RSK_01, JUNE))
                    .then(completed(RSK_01, JUNE));
        }
    }

    @Nested
    class a_completion_lies_only_so_far_back {

        @Test
        void unit_staff_record_up_to_31_days_back() {
            LocalDate day = TODAY.minusDays(31);
            givenAdaInPost()
                    .by(Role.CONSULTANT_SOCIAL_WORKER)
                    .when(complete(RSK_01, day))
                    .then(completed(RSK_01, day));
        }

        @Test
        void unit_staff_record_no_further_back() {
            givenAdaInPost()
                    .by(Role.GROUP_MANAGER)
                    .when(complete(RSK_01, TODAY.minusDays(32)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 October 2026 is 32 days ago; unit staff can record up to 31 days back.");
        }

        @Test
        void the_widest_of_several_roles_counts() {
            givenAdaInPost()
                    .by(Role.GROUP_MANAGER, Role.LEARNING_AND_DEVELOPMENT)
                    .when(complete(RSK_01, MAY))
                    .then(completed(RSK_01, MAY));
        }
    }

    @Nested
    class a_course_is_completed_once_a_day {

        @Test
        void the_same_course_on_the_same_day_is_a_duplicate_and_names_the_one_there_is() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            var refusal = rules.when(complete(RSK_01, MAY)).refusal();
            assertThat(refusal.code()).isEqualTo(Code.DUPLICATE);
            assertThat(refusal.detail())
                    .isEqualTo("The person's completion of RSK-01 on 4 May 2026 stands in the record.");
            assertThat(refusal.extra()).containsEntry("existingId", first.toString());
        }

        @Test
        void a_fail_and_a_pass_on_one_day_are_a_duplicate_too() {
            givenAdaInPost()
                    .given(new TrainingCompletionRecorded(ADA, RSK_01, MAY, false, null))
                    .when(complete(RSK_01, MAY))
                    .refused(Code.DUPLICATE, "The person's completion of RSK-01 on 4 May 2026 stands in the record.");
        }

        @Test
        void another_course_on_that_day_is_none() {
            givenAdaInPost()
                    .given(completed(RSK_01, MAY))
                    .when(complete(WRT_01, MAY))
                    .then(completed(WRT_01, MAY));
        }

        @Test
        void the_same_course_on_another_day_is_none() {
            givenAdaInPost()
                    .given(completed(RSK_01, MAY))
                    .when(complete(RSK_01, JUNE))
                    .then(completed(RSK_01, JUNE));
        }

        @Test
        void the_day_is_free_again_after_a_void() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(new TrainingCompletionVoided(first, ADA, RSK_01))
                    .when(complete(RSK_01, MAY))
                    .then(completed(RSK_01, MAY));
        }

        @Test
        void the_day_is_free_again_after_a_correction_to_another() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(corrected(first, RSK_01, JUNE))
                    .when(complete(RSK_01, MAY))
                    .then(completed(RSK_01, MAY));
        }
    }

    @Nested
    class when_a_completion_is_corrected {

        @Test
        void the_right_details_are_recorded_whole() {
            EventId first =
                    givenAdaInPost().record(new TrainingCompletionRecorded(ADA, RSK_01, MAY, false, CERTIFICATE));
            rules.when(correct(first, null, JUNE))
                    .then(new TrainingCompletionCorrected(first, ADA, RSK_01, JUNE, false, CERTIFICATE));
        }

        @Test
        void the_course_can_be_corrected() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(correct(first, WRT_01, null)).then(corrected(first, WRT_01, MAY));
        }

        @Test
        void pass_and_evidence_can_be_corrected_however_long_ago_it_was() {
            var register = new Evidence("register", "Register of 4 May", "Shelf 5", null);
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.by(Role.CONSULTANT_SOCIAL_WORKER)
                    .when(new CorrectTrainingCompletion(rules.fact(first), null, null, false, register, WHY))
                    .then(new TrainingCompletionCorrected(first, ADA, RSK_01, MAY, false, register));
        }

        @Test
        void a_correction_is_corrected_in_turn() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            EventId second = rules.record(corrected(first, RSK_01, JUNE));
            rules.when(correct(second, null, MAY)).then(corrected(second, RSK_01, MAY));
        }

        @Test
        void what_was_corrected_before_is_refused_and_names_what_took_over() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            EventId second = rules.record(corrected(first, RSK_01, JUNE));
            var refusal = rules.when(correct(first, null, TODAY)).refusal();
            assertThat(refusal.code()).isEqualTo(Code.ALREADY_SUPERSEDED);
            assertThat(refusal.detail()).isEqualTo("A later entry took its place.");
            assertThat(refusal.extra()).containsEntry("supersededBy", second.toString());
        }

        @Test
        void what_was_voided_is_refused() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(new TrainingCompletionVoided(first, ADA, RSK_01))
                    .when(correct(first, null, JUNE))
                    .refused(Code.ALREADY_SUPERSEDED, "A later entry took its place.");
        }

        @Test
        void an_entry_that_holds_no_completion_is_refused() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            EventId end = rules.record(new TrainingCompletionVoided(first, ADA, RSK_01));
            rules.when(correct(end, null, JUNE))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Only a completion, or the last correction of one, can be corrected or voided here.");
        }

        @Test
        void an_entry_of_another_record_is_refused() {
            givenAdaInPost()
                    .given(completed(RSK_01, MAY))
                    .when(correct(ELSEWHERE, null, JUNE))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Only a completion, or the last correction of one, can be corrected or voided here.");
        }

        @Test
        void nothing_to_correct_is_refused() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(correct(first, null, null))
                    .refused(Code.VALIDATION, "The completion already says exactly this.");
        }

        @Test
        void the_same_details_again_are_nothing_to_correct() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(new CorrectTrainingCompletion(rules.fact(first), RSK_01, MAY, true, null, WHY))
                    .refused(Code.VALIDATION, "The completion already says exactly this.");
        }

        @Test
        void it_cannot_be_moved_onto_another_completion() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(completed(RSK_01, JUNE))
                    .when(correct(first, null, JUNE))
                    .refused(Code.DUPLICATE, "The person's completion of RSK-01 on 8 June 2026 stands in the record.");
        }

        @Test
        void the_right_day_cannot_lie_in_the_future() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(correct(first, null, TODAY.plusDays(1)))
                    .refused(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            "3 November 2026 has not come yet; today is 2 November 2026.");
        }

        @Test
        void the_right_day_cannot_lie_before_the_course() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(correct(first, null, COURSE_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "RSK-01 'Managing risk' exists from 1 April 2026 on.");
        }

        @Test
        void the_right_course_must_be_defined() {
            EventId first = rules.given(ADA_REGISTERED, ADA_IN_104, RISK).record(completed(RSK_01, MAY));
            rules.when(correct(first, WRT_01, null)).refused(Code.NOT_FOUND, "Nobody has defined it.");
        }

        @Test
        void the_person_must_have_been_in_post_on_the_right_day() {
            EventId first = rules.given(ADA_REGISTERED, RISK, appointed(P_0104, ADA, "1", MAY, MAY))
                    .record(completed(RSK_01, MAY));
            rules.when(correct(first, null, MAY.plusDays(1)))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 5 May 2026.");
        }

        @Test
        void the_right_day_lies_only_so_far_back() {
            EventId first = givenAdaInPost().record(completed(RSK_01, TODAY));
            rules.by(Role.CONSULTANT_SOCIAL_WORKER)
                    .when(correct(first, null, TODAY.minusDays(32)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 October 2026 is 32 days ago; unit staff can record up to 31 days back.");
        }
    }

    @Nested
    class when_a_completion_is_voided {

        @Test
        void it_never_happened() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(voidFact(first)).then(new TrainingCompletionVoided(first, ADA, RSK_01));
        }

        @Test
        void its_last_correction_is_voided_with_the_corrected_course() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            EventId second = rules.record(corrected(first, WRT_01, MAY));
            rules.when(voidFact(second)).then(new TrainingCompletionVoided(second, ADA, WRT_01));
        }

        @Test
        void others_stand() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(completed(RSK_01, JUNE))
                    .when(voidFact(first))
                    .then(new TrainingCompletionVoided(first, ADA, RSK_01));
        }

        @Test
        void what_was_corrected_before_is_refused() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(corrected(first, RSK_01, JUNE))
                    .when(voidFact(first))
                    .refused(Code.ALREADY_SUPERSEDED, "A later entry took its place.");
        }

        @Test
        void what_was_voided_before_is_refused() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.given(new TrainingCompletionVoided(first, ADA, RSK_01))
                    .when(voidFact(first))
                    .refused(Code.ALREADY_SUPERSEDED, "A later entry took its place.");
        }

        @Test
        void a_void_is_not_voided() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            EventId end = rules.record(new TrainingCompletionVoided(first, ADA, RSK_01));
            rules.when(voidFact(end))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Only a completion, or the last correction of one, can be corrected or voided here.");
        }
    }

    @Nested
    class a_correction_or_a_void_says_why {

        private static final String TOO_SHORT =
                "This needs a reason that an auditor can follow, in at least 10 characters.";

        @Test
        void a_correction_in_ten_characters() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(new CorrectTrainingCompletion(rules.fact(first), null, JUNE, null, null, "ten letter"))
                    .then(corrected(first, RSK_01, JUNE));
        }

        @Test
        void a_correction_in_no_fewer() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(new CorrectTrainingCompletion(rules.fact(first), null, JUNE, null, null, "nine lett"))
                    .refused(Code.REASON_REQUIRED, TOO_SHORT);
        }

        @Test
        void a_void_in_ten_characters() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(new VoidFact(rules.fact(first), "ten letter"))
                    .then(new TrainingCompletionVoided(first, ADA, RSK_01));
        }

        @Test
        void a_void_in_no_fewer_and_blanks_do_not_count() {
            EventId first = givenAdaInPost().record(completed(RSK_01, MAY));
            rules.when(new VoidFact(rules.fact(first), "  nine lett  ")).refused(Code.REASON_REQUIRED, TOO_SHORT);
        }
    }

    @Test
    void an_event_cannot_supersede_what_does_not_stand() {
        assertThatThrownBy(() -> TrainingRecord.evolve(
                        TrainingRecord.EMPTY, ELSEWHERE, new TrainingCompletionVoided(ELSEWHERE, ADA, RSK_01)))
                .isInstanceOf(IllegalStateException.class);
    }
}
