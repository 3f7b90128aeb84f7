package org.sevenfold.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.change.Rules.CALLER;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.plan.ChangeWork.AGREED;
import static org.sevenfold.command.plan.ChangeWork.APPOINTED;
import static org.sevenfold.command.plan.ChangeWork.BEGINS;
import static org.sevenfold.command.plan.ChangeWork.FIRST;
import static org.sevenfold.command.plan.ChangeWork.LM_014;
import static org.sevenfold.command.plan.ChangeWork.REGISTERED;
import static org.sevenfold.command.plan.ChangeWork.SECOND;
import static org.sevenfold.command.plan.ChangeWork.met;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.plan.MilestoneCommand.AddMilestone;
import org.sevenfold.command.plan.MilestoneCommand.CancelMilestone;
import org.sevenfold.command.plan.MilestoneCommand.CompleteMilestone;
import org.sevenfold.command.plan.MilestoneCommand.ReforecastMilestone;
import org.sevenfold.command.plan.MilestoneCommand.ReopenMilestone;
import org.sevenfold.events.Days;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeAssigned;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;

class MilestoneTest {

    private static final String WHY = "Two of the five descriptions were sent back.";
    private static final InitiativeClosed STOPPED =
            new InitiativeClosed(LM_014, InitiativeOutcome.STOPPED, TODAY.minusDays(1));

    /** The second milestone, of an initiative that has one already. */
    private final Rules rules =
            ChangeWork.with(Rules.of(MilestoneEvent.STREAM, SECOND)).given(REGISTERED, AGREED);

    @Nested
    class a_milestone_is_added {

        private AddMilestone add(String title, LocalDate dueOn) {
            return new AddMilestone(SECOND, LM_014, title, dueOn);
        }

        @Test
        void under_the_next_number_of_its_initiative() {
            rules.when(add("Consultant in post", TODAY.plusDays(14)))
                    .then(new MilestoneAdded(
                            LM_014, SECOND, 2, "LM-014/2", "Consultant in post", TODAY.plusDays(14), TODAY));
        }

        @Test
        void under_the_title_of_one_that_was_cancelled() {
            rules.given(new MilestoneCancelled(LM_014, FIRST, TODAY))
                    .when(add("Job descriptions agreed", TODAY))
                    .then(new MilestoneAdded(LM_014, SECOND, 2, "LM-014/2", "Job descriptions agreed", TODAY, TODAY));
        }

        @Test
        void but_not_under_a_title_that_the_initiative_has() {
            var refusal = rules.when(add("job descriptions AGREED", TODAY)).refusal();
            assertThat(refusal.code()).isEqualTo(Code.DUPLICATE);
            assertThat(refusal.detail()).isEqualTo("LM-014/1 'Job descriptions agreed' is in the plan.");
            assertThat(refusal.extra()).containsEntry("existingId", FIRST.toString());
        }

        @Test
        void and_not_under_an_id_that_is_taken() {
            assertThat(rules.given(APPOINTED)
                            .when(add("Something else", TODAY))
                            .refusal()
                            .extra())
                    .containsEntry("existingId", SECOND.toString());
        }

        @Test
        void and_not_outside_the_programme() {
            rules.when(add("Consultant in post", PROGRAMME.lastDay().plusDays(1)))
                    .refused(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            "1 January 2027 lies outside; lea-marsh runs from 1 October 2025 to 31 December 2026.");
        }

        @Test
        void and_not_to_an_initiative_that_is_closed() {
            rules.given(STOPPED)
                    .when(add("Consultant in post", TODAY))
                    .refused(Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' was closed on 1 November 2026.");
        }

        @Test
        void and_not_to_one_that_nobody_registered() {
            var unknown = InitiativeId.of("01936c6e-6000-7000-8000-0000000000ee");
            rules.when(new AddMilestone(SECOND, unknown, "Consultant in post", TODAY))
                    .refused(Code.NOT_FOUND, "Nobody has registered it.");
        }

        @Test
        void and_not_once_the_programme_is_closed() {
            assertThat(rules.given(new ProgrammeClosed(PROGRAMME.programmeId(), TODAY, "Learnt.", null))
                            .when(add("Consultant in post", TODAY))
                            .refusal()
                            .title())
                    .isEqualTo("The programme is closed.");
        }
    }

    @Nested
    class a_milestone_is_met {

        private static final RuleOverride OVERRIDE =
                new RuleOverride("The consultant was known to the panel.", "The description follows this month.");

        private CompleteMilestone complete(LocalDate on) {
            return complete(on, null);
        }

        private CompleteMilestone complete(LocalDate on, @Nullable RuleOverride override) {
            return new CompleteMilestone(SECOND, on, null, override);
        }

        private DependencyAdded waits(DependencyType type, int lagDays) {
            return new DependencyAdded(PROGRAMME.programmeId(), FIRST, SECOND, type, lagDays, TODAY);
        }

        private Rules added() {
            return rules.given(APPOINTED);
        }

        @Test
        void on_the_day() {
            var minutes = new Evidence("minutes", "Group meeting", "Programme office, folder 14", null);
            added().when(new CompleteMilestone(SECOND, TODAY, minutes, null))
                    .then(new MilestoneCompleted(LM_014, SECOND, TODAY, minutes, null));
        }

        @Test
        void on_the_first_day_of_its_initiative() {
            added().when(complete(BEGINS)).then(met(SECOND, BEGINS));
        }

        @Test
        void but_not_tomorrow() {
            added().when(complete(TODAY.plusDays(1)))
                    .refused(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            "3 November 2026 has not come yet; today is 2 November 2026.");
        }

        @Test
        void and_not_before_its_initiative_began() {
            added().when(complete(BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' begins on 1 June 2026.");
        }

        @Test
        void and_by_a_consultant_not_long_afterwards() {
            assertThat(added().by(Role.CONSULTANT_SOCIAL_WORKER)
                            .when(complete(TODAY.minusDays(32)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.BACK_DATING_LIMIT);
        }

        @Test
        void and_by_a_consultant_not_in_a_month_that_is_reported() {
            assertThat(added().by(Role.CONSULTANT_SOCIAL_WORKER)
                            .given(new PeriodLocked(PROGRAMME.programmeId(), YearMonth.of(2026, 10)))
                            .when(complete(TODAY.minusDays(5)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.PERIOD_LOCKED);
        }

        @Test
        void but_by_the_programme_manager_even_then() {
            added().given(new PeriodLocked(PROGRAMME.programmeId(), YearMonth.of(2026, 10)))
                    .when(complete(TODAY.minusDays(5)))
                    .then(met(SECOND, TODAY.minusDays(5)));
        }

        @Test
        void but_not_before_what_it_waits_for() {
            added().given(waits(DependencyType.FS, 0))
                    .when(complete(TODAY))
                    .refused(
                            Code.PREDECESSOR_INCOMPLETE,
                            "LM-014/2 'Consultant in post' cannot count as met on 2 November 2026. It waits for:"
                                    + " LM-014/1 'Job descriptions agreed', which is not met.");
        }

        @Test
        void and_not_while_days_have_to_pass_after_that() {
            added().given(waits(DependencyType.FF, 5), met(FIRST, TODAY.minusDays(4)))
                    .when(complete(TODAY))
                    .refused(
                            Code.PREDECESSOR_INCOMPLETE,
                            "LM-014/2 'Consultant in post' cannot count as met on 2 November 2026. It waits for:"
                                    + " LM-014/1 'Job descriptions agreed', which was met on 29 October 2026, so not"
                                    + " before 3 November 2026.");
        }

        @Test
        void once_they_have_passed() {
            added().given(waits(DependencyType.FS, 5), met(FIRST, TODAY.minusDays(5)))
                    .when(complete(TODAY))
                    .then(met(SECOND, TODAY));
        }

        @Test
        void once_what_it_waits_for_is_cancelled() {
            added().given(waits(DependencyType.FS, 0), new MilestoneCancelled(LM_014, FIRST, TODAY))
                    .when(complete(TODAY))
                    .then(met(SECOND, TODAY));
        }

        @Test
        void once_it_waits_for_it_no_longer() {
            added().given(
                            waits(DependencyType.FS, 0),
                            new DependencyRemoved(PROGRAMME.programmeId(), FIRST, SECOND, Days.before(TODAY)))
                    .when(complete(TODAY))
                    .then(met(SECOND, TODAY));
        }

        @Test
        void out_of_order_where_the_programme_manager_answers_for_it() {
            added().given(waits(DependencyType.FS, 0))
                    .when(complete(TODAY, OVERRIDE))
                    .then(new MilestoneCompleted(
                            LM_014,
                            SECOND,
                            TODAY,
                            null,
                            new Overridden(
                                    List.of("predecessor-incomplete"), OVERRIDE.reason(), OVERRIDE.mitigation())));
        }

        @Test
        void but_not_out_of_order_by_who_owns_the_initiative() {
            assertThat(added().given(waits(DependencyType.FS, 0))
                            .given(new InitiativeAssigned(
                                    LM_014, PersonId.of(CALLER), PersonId.of(CALLER), REGISTERED.unitIds(), TODAY))
                            .when(complete(TODAY, OVERRIDE))
                            .refusal()
                            .code())
                    .isEqualTo(Code.SEPARATION_OF_DUTIES);
        }

        @Test
        void and_not_out_of_order_by_a_group_manager() {
            assertThat(added().given(waits(DependencyType.FS, 0))
                            .by(Role.GROUP_MANAGER)
                            .when(complete(TODAY, OVERRIDE))
                            .refusal()
                            .code())
                    .isEqualTo(Code.ROLE_NOT_PERMITTED);
        }

        @Test
        void and_not_twice() {
            var refusal = added().given(met(SECOND, TODAY.minusDays(3)))
                    .when(complete(TODAY))
                    .refusal();
            assertThat(refusal.detail()).isEqualTo("LM-014/2 'Consultant in post' was met on 30 October 2026.");
            assertThat(refusal.extra()).containsEntry("allowed", List.of("reopen-milestone"));
        }

        @Test
        void and_not_after_it_was_cancelled() {
            added().given(new MilestoneCancelled(LM_014, SECOND, TODAY.minusDays(3)))
                    .when(complete(TODAY))
                    .refused(
                            Code.INVALID_TRANSITION, "LM-014/2 'Consultant in post' was cancelled on 30 October 2026.");
        }

        @Test
        void and_not_once_its_initiative_is_closed() {
            assertThat(added().given(STOPPED).when(complete(TODAY)).refusal().title())
                    .isEqualTo("The initiative is closed.");
        }
    }

    @Nested
    class a_milestone_is_reopened {

        @Test
        void from_today_on() {
            rules.given(APPOINTED, met(SECOND, TODAY.minusDays(3)))
                    .when(new ReopenMilestone(SECOND, WHY))
                    .then(new MilestoneReopened(LM_014, SECOND, TODAY));
        }

        @Test
        void and_can_be_met_again() {
            rules.given(APPOINTED, met(SECOND, TODAY.minusDays(3)), new MilestoneReopened(LM_014, SECOND, TODAY))
                    .when(new CompleteMilestone(SECOND, TODAY, null, null))
                    .then(met(SECOND, TODAY));
        }

        @Test
        void but_not_where_it_is_still_to_be_met() {
            rules.given(APPOINTED)
                    .when(new ReopenMilestone(SECOND, WHY))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "LM-014/2 'Consultant in post' is still to be met, so there is nothing to take back.");
        }

        @Test
        void and_not_without_a_reason() {
            assertThat(rules.given(APPOINTED, met(SECOND, TODAY))
                            .when(new ReopenMilestone(SECOND, "no"))
                            .refusal()
                            .code())
                    .isEqualTo(Code.REASON_REQUIRED);
        }
    }

    @Nested
    class a_milestone_is_reforecast {

        private ReforecastMilestone to(LocalDate day) {
            return new ReforecastMilestone(SECOND, day, WHY);
        }

        @Test
        void from_what_was_expected_last() {
            rules.given(
                            APPOINTED,
                            new MilestoneReforecast(
                                    LM_014, SECOND, APPOINTED.dueOn(), LocalDate.of(2026, 11, 23), TODAY.minusDays(9)))
                    .when(to(LocalDate.of(2026, 12, 7)))
                    .then(new MilestoneReforecast(
                            LM_014, SECOND, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 7), TODAY));
        }

        @Test
        void but_not_to_a_day_that_is_over() {
            rules.given(APPOINTED)
                    .when(to(TODAY.minusDays(1)))
                    .refused(Code.BACK_DATING_LIMIT, "1 November 2026 has passed; today is 2 November 2026.");
        }

        @Test
        void and_not_to_the_day_that_is_expected_anyway() {
            rules.given(APPOINTED)
                    .when(to(APPOINTED.dueOn()))
                    .refused(Code.DUPLICATE, "LM-014/2 'Consultant in post' is expected on 16 November 2026 already.");
        }

        @Test
        void and_not_outside_the_programme() {
            assertThat(rules.given(APPOINTED)
                            .when(to(PROGRAMME.lastDay().plusDays(1)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.OUTSIDE_PROGRAMME_WINDOW);
        }

        @Test
        void and_not_once_it_is_met() {
            assertThat(rules.given(APPOINTED, met(SECOND, TODAY))
                            .when(to(TODAY.plusDays(9)))
                            .refusal()
                            .title())
                    .isEqualTo("The milestone is met.");
        }
    }

    @Nested
    class a_milestone_is_cancelled {

        @Test
        void and_why_stands_with_it() {
            rules.given(APPOINTED)
                    .when(new CancelMilestone(SECOND, WHY))
                    .then(new MilestoneCancelled(LM_014, SECOND, TODAY));
        }

        @Test
        void but_not_once_it_is_met() {
            assertThat(rules.given(APPOINTED, met(SECOND, TODAY))
                            .when(new CancelMilestone(SECOND, WHY))
                            .refusal()
                            .title())
                    .isEqualTo("The milestone is met.");
        }
    }

    @Test
    void nothing_is_decided_about_a_milestone_that_nobody_added() {
        var in = rules.circumstances();
        var nowhere = MilestoneId.of("01936c6e-6100-7000-8000-0000000000ee");
        assertThat(Rules.refusal(() -> Milestone.decide(new ReopenMilestone(nowhere, WHY), new Milestone.NotYet(), in))
                        .code())
                .isEqualTo(Code.NOT_FOUND);
    }
}
