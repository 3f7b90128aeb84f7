package org.sevenfold.command.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.ADA_IN_104;
import static org.sevenfold.command.staff.Staff.ADA_REGISTERED;
import static org.sevenfold.command.staff.Staff.BEN;
import static org.sevenfold.command.staff.Staff.BEN_REGISTERED;
import static org.sevenfold.command.staff.Staff.POST_104;
import static org.sevenfold.command.staff.Staff.POST_105;
import static org.sevenfold.command.staff.Staff.POST_BEGINS;
import static org.sevenfold.command.staff.Staff.P_0104;
import static org.sevenfold.command.staff.Staff.P_0105;
import static org.sevenfold.command.staff.Staff.appointed;
import static org.sevenfold.command.staff.Staff.post;
import static org.sevenfold.command.structure.Structure.CHILD_IN_NEED_4;
import static org.sevenfold.command.structure.Structure.CIN_04;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.staff.PostCommand.AppointToPost;
import org.sevenfold.command.staff.PostCommand.CreatePost;
import org.sevenfold.command.staff.PostCommand.DisestablishPost;
import org.sevenfold.command.staff.PostCommand.EndAppointment;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.platform.problem.Code;

class PostTest {

    private static final EventId FIRST = EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f");
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate END_OF_JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final Rules rules = Rules.of(PostEvent.STREAM, P_0104).by(Role.HUMAN_RESOURCES);

    private static AppointToPost appoint(PersonId person, String fte, LocalDate from) {
        return appoint(person, fte, from, null);
    }

    private static AppointToPost appoint(PersonId person, String fte, LocalDate from, @Nullable LocalDate lastDay) {
        return new AppointToPost(P_0104, person, Fte.of(fte), from, lastDay, AppointedVia.SELECTED, null);
    }

    @Nested
    class when_a_post_is_created {

        private static CreatePost create(String reference, LocalDate from) {
            return new CreatePost(
                    P_0104, reference, PostRole.SOCIAL_WORKER, Fte.of("0.80"), CIN_04, from, "base budget");
        }

        @Test
        void it_exists_in_its_unit_from_that_day_on() {
            rules.given(CHILD_IN_NEED_4, POST_105)
                    .when(create("P-0104", JUNE))
                    .then(new PostCreated(
                            P_0104, "P-0104", PostRole.SOCIAL_WORKER, Fte.of("0.8"), CIN_04, JUNE, "base budget"));
        }

        @Test
        void it_may_begin_with_its_unit_and_nobody_need_say_who_pays() {
            rules.given(CHILD_IN_NEED_4)
                    .when(new CreatePost(
                            P_0104, "P-0104", PostRole.SOCIAL_WORKER, Fte.of("1"), CIN_04, POST_BEGINS, null))
                    .then(POST_104);
        }

        @Test
        void it_may_begin_on_a_day_to_come() {
            rules.given(CHILD_IN_NEED_4)
                    .when(create("P-0104", TODAY.plusYears(1)))
                    .then(new PostCreated(
                            P_0104,
                            "P-0104",
                            PostRole.SOCIAL_WORKER,
                            Fte.of("0.8"),
                            CIN_04,
                            TODAY.plusYears(1),
                            "base budget"));
        }

        @Test
        void there_must_be_none_of_this_id() {
            rules.given(CHILD_IN_NEED_4, POST_104)
                    .when(create("P-0999", JUNE))
                    .refused(Code.DUPLICATE, "P-0104 exists from 1 March 2026 on.");
        }

        @Test
        void there_must_be_none_of_this_number_however_it_is_written() {
            var refusal = rules.given(CHILD_IN_NEED_4, POST_105)
                    .when(create(" p-0105", JUNE))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.DUPLICATE);
            assertThat(refusal.detail()).isEqualTo("P-0105 exists from 1 March 2026 on.");
            assertThat(refusal.extra()).containsEntry("existingId", P_0105.toString());
        }

        @Test
        void its_unit_must_have_been_established() {
            rules.when(create("P-0104", JUNE)).refused(Code.NOT_FOUND, "Nobody has established it.");
        }

        @Test
        void its_unit_must_exist_on_that_day() {
            rules.given(CHILD_IN_NEED_4)
                    .when(create("P-0104", POST_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "CIN-04 'Child in Need 4' exists from 1 March 2026 on.");
        }

        @Test
        void the_day_must_not_lie_more_than_365_days_back() {
            LocalDate later = POST_BEGINS.plusDays(366);
            rules.on(later)
                    .given(CHILD_IN_NEED_4)
                    .when(create("P-0104", POST_BEGINS))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 March 2026 is 366 days ago; learning and development and human resources can record up"
                                    + " to 365 days back.");
        }
    }

    @Nested
    class when_somebody_is_appointed {

        @Test
        void the_whole_post_can_be_held_from_its_first_day() {
            rules.given(ADA_REGISTERED, POST_104)
                    .when(appoint(ADA, "1.00", POST_BEGINS))
                    .then(ADA_IN_104);
        }

        @Test
        void a_fixed_term_a_way_in_and_an_origin_are_kept() {
            rules.given(ADA_REGISTERED, POST_104)
                    .when(new AppointToPost(P_0104, ADA, Fte.of("0.5"), JUNE, END_OF_JUNE, AppointedVia.REDEPLOYED, 10))
                    .then(new AppointmentMade(
                            P_0104, ADA, Fte.of("0.5"), JUNE, END_OF_JUNE, AppointedVia.REDEPLOYED, 10));
        }

        @Test
        void an_appointment_can_lie_in_the_future() {
            rules.given(ADA_REGISTERED, POST_104)
                    .when(appoint(ADA, "1", TODAY.plusMonths(2)))
                    .then(appointed(P_0104, ADA, "1", TODAY.plusMonths(2)));
        }

        @Test
        void the_person_must_be_registered() {
            rules.given(POST_104)
                    .when(appoint(ADA, "1", JUNE))
                    .refused(Code.NOT_FOUND, "Nobody has registered this person.");
        }

        @Test
        void the_post_must_exist_on_the_first_day() {
            rules.given(ADA_REGISTERED, POST_104)
                    .when(appoint(ADA, "1", POST_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "P-0104 exists from 1 March 2026 on.");
        }

        @Test
        void the_first_day_must_not_lie_more_than_365_days_back() {
            rules.on(JUNE.plusDays(366))
                    .given(ADA_REGISTERED, POST_104)
                    .when(appoint(ADA, "1", JUNE))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 June 2026 is 366 days ago; learning and development and human resources can record up to"
                                    + " 365 days back.");
        }

        @Test
        void there_must_be_such_a_post() {
            var refusal =
                    Rules.refusal(() -> Post.decide(appoint(ADA, "1", JUNE), new Post.NotYet(), rules.circumstances()));
            assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND);
            assertThat(refusal.detail()).isEqualTo("Nobody has created it.");
        }
    }

    @Nested
    class on_no_day_is_more_held_than_the_post_offers {

        @Test
        void what_is_left_can_be_held_to_the_last_hundredth() {
            rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104, appointed(P_0104, BEN, "0.8", POST_BEGINS))
                    .when(appoint(ADA, "0.2", JUNE))
                    .then(appointed(P_0104, ADA, "0.2", JUNE));
        }

        @Test
        void a_hundredth_more_than_is_left_is_refused() {
            rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104, appointed(P_0104, BEN, "0.8", POST_BEGINS))
                    .when(appoint(ADA, "0.21", JUNE))
                    .refused(
                            Code.POST_OVERFILLED,
                            "P-0104 offers 1 full-time equivalents; on 1 June 2026 only 0.2 of it is free.");
        }

        @Test
        void a_part_time_post_offers_only_its_part() {
            rules.given(ADA_REGISTERED, post(P_0104, "P-0104", "0.6"))
                    .when(appoint(ADA, "0.61", JUNE))
                    .refused(
                            Code.POST_OVERFILLED,
                            "P-0104 offers 0.6 full-time equivalents; on 1 June 2026 only 0.6 of it is free.");
        }

        @Test
        void on_the_last_day_of_another_the_post_is_still_held() {
            rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104, appointed(P_0104, BEN, "1", POST_BEGINS, END_OF_JUNE))
                    .when(appoint(ADA, "1", END_OF_JUNE))
                    .refused(
                            Code.POST_OVERFILLED,
                            "P-0104 offers 1 full-time equivalents; on 30 June 2026 only 0 of it is free.");
        }

        @Test
        void on_the_day_after_the_last_day_of_another_it_is_free() {
            rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104, appointed(P_0104, BEN, "1", POST_BEGINS, END_OF_JUNE))
                    .when(appoint(ADA, "1", JULY))
                    .then(appointed(P_0104, ADA, "1", JULY));
        }

        @Test
        void a_term_can_fill_the_gap_before_somebody_who_comes_later() {
            rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104, appointed(P_0104, BEN, "1", JULY))
                    .when(appoint(ADA, "1", JUNE, END_OF_JUNE))
                    .then(appointed(P_0104, ADA, "1", JUNE, END_OF_JUNE));
        }

        @Test
        void an_open_end_runs_into_somebody_who_comes_later() {
            rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104, appointed(P_0104, BEN, "0.7", JULY))
                    .when(appoint(ADA, "0.5", JUNE))
                    .refused(
                            Code.POST_OVERFILLED,
                            "P-0104 offers 1 full-time equivalents; on 1 July 2026 only 0.3 of it is free.");
        }

        @Test
        void two_who_follow_each_other_leave_room_beside_each() {
            rules.given(
                            ADA_REGISTERED,
                            BEN_REGISTERED,
                            POST_104,
                            appointed(P_0104, BEN, "0.6", POST_BEGINS, END_OF_JUNE),
                            appointed(P_0104, BEN, "0.6", JULY))
                    .when(appoint(ADA, "0.4", JUNE))
                    .then(appointed(P_0104, ADA, "0.4", JUNE));
        }
    }

    @Nested
    class nobody_works_more_than_full_time {

        @Test
        void posts_can_add_up_to_full_time() {
            rules.given(ADA_REGISTERED, POST_104, POST_105, appointed(P_0105, ADA, "0.8", POST_BEGINS))
                    .when(appoint(ADA, "0.2", JUNE))
                    .then(appointed(P_0104, ADA, "0.2", JUNE));
        }

        @Test
        void a_hundredth_more_is_refused() {
            rules.given(ADA_REGISTERED, POST_104, POST_105, appointed(P_0105, ADA, "0.8", POST_BEGINS))
                    .when(appoint(ADA, "0.21", JUNE))
                    .refused(
                            Code.PERSON_OVER_CONTRACTED,
                            "On 1 June 2026 the person holds 0.8 full-time equivalents elsewhere; with 0.21 more it"
                                    + " would be 1.01.");
        }

        @Test
        void somebody_who_works_full_time_holds_nothing_more() {
            rules.given(ADA_REGISTERED, POST_104, POST_105, appointed(P_0105, ADA, "1", POST_BEGINS))
                    .when(appoint(ADA, "0.01", JUNE))
                    .refused(
                            Code.PERSON_OVER_CONTRACTED,
                            "On 1 June 2026 the person holds 1 full-time equivalents elsewhere; with 0.01 more it would"
                                    + " be 1.01.");
        }

        @Test
        void the_last_day_elsewhere_still_counts() {
            rules.given(ADA_REGISTERED, POST_104, POST_105, appointed(P_0105, ADA, "1", POST_BEGINS, END_OF_JUNE))
                    .when(appoint(ADA, "1", END_OF_JUNE))
                    .refused(
                            Code.PERSON_OVER_CONTRACTED,
                            "On 30 June 2026 the person holds 1 full-time equivalents elsewhere; with 1 more it would"
                                    + " be 2.");
        }

        @Test
        void the_day_after_is_free() {
            rules.given(ADA_REGISTERED, POST_104, POST_105, appointed(P_0105, ADA, "1", POST_BEGINS, END_OF_JUNE))
                    .when(appoint(ADA, "1", JULY))
                    .then(appointed(P_0104, ADA, "1", JULY));
        }

        @Test
        void what_begins_later_elsewhere_counts_for_an_open_end() {
            rules.given(ADA_REGISTERED, POST_104, POST_105, appointed(P_0105, ADA, "0.6", JULY))
                    .when(appoint(ADA, "0.5", JUNE))
                    .refused(
                            Code.PERSON_OVER_CONTRACTED,
                            "On 1 July 2026 the person holds 0.6 full-time equivalents elsewhere; with 0.5 more it"
                                    + " would be 1.1.");
        }
    }

    @Nested
    class nobody_holds_a_post_twice_at_a_time {

        @Test
        void an_overlap_of_one_day_is_refused() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "0.3", POST_BEGINS, END_OF_JUNE))
                    .when(appoint(ADA, "0.3", END_OF_JUNE))
                    .refused(
                            Code.EFFECTIVE_OVERLAP,
                            "In P-0104 the person holds 0.3 full-time equivalents from 1 March 2026 to 30 June 2026.");
        }

        @Test
        void an_overlap_with_an_open_end_is_refused() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "0.3", JULY))
                    .when(appoint(ADA, "0.3", JUNE, JULY))
                    .refused(
                            Code.EFFECTIVE_OVERLAP,
                            "In P-0104 the person holds 0.3 full-time equivalents from 1 July 2026 on.");
        }

        @Test
        void a_return_on_the_next_day_is_no_overlap() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "1", POST_BEGINS, END_OF_JUNE))
                    .when(appoint(ADA, "1", JULY))
                    .then(appointed(P_0104, ADA, "1", JULY));
        }

        @Test
        void a_term_that_ends_the_day_before_is_no_overlap() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "1", JULY))
                    .when(appoint(ADA, "1", JUNE, END_OF_JUNE))
                    .then(appointed(P_0104, ADA, "1", JUNE, END_OF_JUNE));
        }
    }

    @Nested
    class an_appointment_makes_sense_in_itself {

        @Test
        void it_can_last_one_day() {
            assertThat(appoint(ADA, "1", JUNE, JUNE).lastDay()).isEqualTo(JUNE);
        }

        @Test
        void it_cannot_end_before_it_begins() {
            assertThatThrownBy(() -> appoint(ADA, "1", JULY, END_OF_JUNE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The last day in post cannot lie before the first.");
        }

        @Test
        void an_origin_is_a_census_code_from_1_to_10() {
            for (int code : new int[] {1, 10}) {
                assertThat(from(code).startOrigin()).isEqualTo(code);
            }
            for (int code : new int[] {-1, 0, 11}) {
                assertThatThrownBy(() -> from(code))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("The origin of a starter is a census code from 1 to 10.");
            }
        }

        private static AppointToPost from(int origin) {
            return new AppointToPost(P_0104, BEN, Fte.of("1"), JUNE, null, AppointedVia.SELECTED, origin);
        }
    }

    @Test
    void an_appointment_to_a_post_that_does_not_exist_cannot_have_happened() {
        assertThatThrownBy(() -> Post.evolve(new Post.NotYet(), FIRST, ADA_IN_104))
                .isInstanceOf(IllegalStateException.class);
    }

    @Nested
    class when_an_appointment_ends {

        private final Rules rules = PostTest.this.rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104);

        private EndAppointment end(PersonId person, LocalDate on) {
            return new EndAppointment(P_0104, person, on);
        }

        @Test
        void the_person_is_in_post_up_to_the_last_day() {
            EventId made = rules.record(ADA_IN_104);
            rules.when(end(ADA, JUNE)).then(new AppointmentEnded(P_0104, ADA, made, JUNE));
        }

        @Test
        void that_may_be_the_first_day_or_one_to_come() {
            EventId made = rules.record(ADA_IN_104);
            rules.when(end(ADA, POST_BEGINS)).then(new AppointmentEnded(P_0104, ADA, made, POST_BEGINS));
        }

        @Test
        void a_fixed_term_may_end_sooner() {
            EventId made = rules.record(appointed(P_0104, ADA, "1", JUNE, TODAY.plusDays(90)));
            rules.when(end(ADA, TODAY.plusDays(10))).then(new AppointmentEnded(P_0104, ADA, made, TODAY.plusDays(10)));
        }

        @Test
        void it_is_the_one_of_that_day() {
            rules.record(appointed(P_0104, ADA, "1", POST_BEGINS, JUNE.minusDays(1)));
            EventId second = rules.record(appointed(P_0104, ADA, "0.5", JULY));
            rules.when(end(ADA, TODAY)).then(new AppointmentEnded(P_0104, ADA, second, TODAY));
        }

        @Test
        void the_post_can_be_filled_again_from_the_day_after() {
            EventId made = rules.record(ADA_IN_104);
            rules.given(new AppointmentEnded(P_0104, ADA, made, END_OF_JUNE))
                    .when(appoint(BEN, "1", JULY))
                    .then(appointed(P_0104, BEN, "1", JULY));
        }

        @Test
        void the_person_can_work_elsewhere_from_the_day_after() {
            EventId made = rules.record(ADA_IN_104);
            rules.given(new AppointmentEnded(P_0104, ADA, made, END_OF_JUNE))
                    .when(appoint(ADA, "1", JULY))
                    .then(appointed(P_0104, ADA, "1", JULY));
        }

        @Test
        void it_ends_once() {
            EventId made = rules.record(ADA_IN_104);
            rules.given(new AppointmentEnded(P_0104, ADA, made, END_OF_JUNE))
                    .when(end(ADA, JUNE))
                    .refused(Code.INVALID_TRANSITION, "The person held P-0104 from 1 March 2026 to 30 June 2026.");
        }

        @Test
        void a_fixed_term_does_not_end_later() {
            rules.given(appointed(P_0104, ADA, "1", JUNE, END_OF_JUNE))
                    .when(end(ADA, JULY))
                    .refused(Code.INVALID_TRANSITION, "The person held P-0104 from 1 June 2026 to 30 June 2026.");
        }

        @Test
        void it_has_begun_by_then() {
            rules.given(ADA_IN_104)
                    .when(end(ADA, POST_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "The person holds P-0104 from 1 March 2026 on.");
        }

        @Test
        void it_was_made() {
            rules.given(ADA_IN_104)
                    .when(end(BEN, JUNE))
                    .refused(Code.INVALID_TRANSITION, "Nobody appointed the person to P-0104.");
        }

        @Test
        void it_lies_no_further_back_than_human_resources_may_record() {
            rules.given(ADA_IN_104)
                    .on(JUNE.plusDays(366))
                    .when(end(ADA, JUNE))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 June 2026 is 366 days ago; learning and development and human resources can record up to"
                                    + " 365 days back.");
        }
    }

    @Nested
    class when_a_post_is_disestablished {

        private final Rules rules = PostTest.this.rules.given(ADA_REGISTERED, BEN_REGISTERED, POST_104);

        private DisestablishPost disestablish(LocalDate on) {
            return new DisestablishPost(P_0104, on);
        }

        @Test
        void nobody_holds_it_after_its_last_day() {
            rules.given(appointed(P_0104, ADA, "1", JUNE, END_OF_JUNE))
                    .when(disestablish(END_OF_JUNE))
                    .then(new PostDisestablished(P_0104, END_OF_JUNE));
        }

        @Test
        void somebody_who_holds_it_longer_is_in_the_way() {
            var refusal = rules.given(appointed(P_0104, ADA, "0.8", JUNE, END_OF_JUNE))
                    .when(disestablish(END_OF_JUNE.minusDays(1)))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.INVALID_TRANSITION);
            assertThat(refusal.detail())
                    .isEqualTo("0.8 full-time equivalents of P-0104 are held from 1 June 2026 to 30 June 2026.");
            assertThat(refusal.extra()).containsEntry("allowed", List.of("end-appointment"));
        }

        @Test
        void somebody_who_is_to_come_is_in_the_way_too() {
            rules.given(appointed(P_0104, ADA, "1", JULY))
                    .when(disestablish(JUNE))
                    .refused(
                            Code.INVALID_TRANSITION, "1 full-time equivalents of P-0104 are held from 1 July 2026 on.");
        }

        @Test
        void it_ends_once() {
            rules.given(new PostDisestablished(P_0104, JUNE))
                    .when(disestablish(JULY))
                    .refused(Code.INVALID_TRANSITION, "The last day of P-0104 is 1 June 2026.");
        }

        @Test
        void it_exists_by_then() {
            rules.when(disestablish(POST_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "P-0104 exists from 1 March 2026 on.");
        }

        @Test
        void nobody_is_appointed_to_it_beyond_that_day() {
            rules.given(new PostDisestablished(P_0104, END_OF_JUNE))
                    .when(appoint(ADA, "1", JUNE))
                    .refused(Code.INVALID_TRANSITION, "P-0104 is disestablished; its last day is 30 June 2026.");
        }

        @Test
        void somebody_may_be_appointed_up_to_that_day() {
            rules.given(new PostDisestablished(P_0104, END_OF_JUNE))
                    .when(appoint(ADA, "1", JUNE, END_OF_JUNE))
                    .then(appointed(P_0104, ADA, "1", JUNE, END_OF_JUNE));
        }

        @Test
        void a_unit_that_closes_gets_no_new_ones() {
            PostTest.this
                    .rules
                    .given(CHILD_IN_NEED_4, new UnitClosed(CIN_04, TODAY.plusDays(28), null))
                    .when(new CreatePost(
                            PostId.of("01936c6e-3000-7000-8000-000000000106"),
                            "P-0106",
                            PostRole.SOCIAL_WORKER,
                            Fte.of("1"),
                            CIN_04,
                            TODAY,
                            null))
                    .refused(Code.INVALID_TRANSITION, "The last day of CIN-04 'Child in Need 4' is 30 November 2026.");
        }
    }
}
