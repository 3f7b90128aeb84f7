package org.sevenfold.command.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.CALLER;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.plan.ChangeWork.AGREED;
import static org.sevenfold.command.plan.ChangeWork.APPOINTED;
import static org.sevenfold.command.plan.ChangeWork.APPROVED;
import static org.sevenfold.command.plan.ChangeWork.FIRST;
import static org.sevenfold.command.plan.ChangeWork.LM_014;
import static org.sevenfold.command.plan.ChangeWork.REGISTERED;
import static org.sevenfold.command.plan.ChangeWork.REGISTERED_ON;
import static org.sevenfold.command.plan.ChangeWork.SECOND;
import static org.sevenfold.command.plan.ChangeWork.considered;
import static org.sevenfold.command.plan.ChangeWork.met;
import static org.sevenfold.command.plan.ChangeWork.registeredBy;
import static org.sevenfold.command.plan.ChangeWork.serves;
import static org.sevenfold.command.sharedvalues.Values.VAL_01;
import static org.sevenfold.command.sharedvalues.Values.VAL_02;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.BEN;
import static org.sevenfold.command.staff.Staff.P_0105;
import static org.sevenfold.command.staff.Staff.appointed;
import static org.sevenfold.command.structure.Structure.CIN_04;
import static org.sevenfold.command.structure.Structure.GRP_A;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.initiative.InitiativeCommand.ApproveInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.AssignInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.CloseInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.ConsiderDimension;
import org.sevenfold.command.initiative.InitiativeCommand.LinkInitiativeToValue;
import org.sevenfold.command.initiative.InitiativeCommand.RateInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.RegisterInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.ServedValue;
import org.sevenfold.command.initiative.InitiativeCommand.UnlinkInitiativeFromValue;
import org.sevenfold.command.plan.ChangeWork;
import org.sevenfold.command.sharedvalues.Values;
import org.sevenfold.events.Days;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionDeclaredNotAffected;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionImpactDeclared;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeApproved;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeAssigned;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRated;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeUnlinkedFromValue;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;

class InitiativeTest {

    private static final InitiativeId LM_031 = InitiativeId.of("01936c6e-6000-7000-8000-000000000031");
    private static final PersonId NOBODY = PersonId.of("01936c6e-2000-7000-8000-0000000000ee");
    private static final UnitId NO_UNIT = UnitId.of("01936c6e-1000-7000-8000-0000000000ee");
    private static final ValueStatementId NO_VALUE = ValueStatementId.of("01936c6e-7000-7000-8000-0000000000ee");
    private static final String WHY = "Two of three groups asked for it.";
    private static final String UNTOUCHED = "How units meet and decide stays exactly as it is.";
    private static final ProgrammeClosed PROGRAMME_CLOSED =
            new ProgrammeClosed(PROGRAMME.programmeId(), TODAY.minusDays(1), "Job descriptions come first.", null);

    private final Rules rules = ChangeWork.with(Rules.of(InitiativeEvent.STREAM, LM_014));

    @Nested
    class an_initiative_is_registered {

        private final Rules rules = ChangeWork.with(Rules.of(InitiativeEvent.STREAM, LM_031));

        private RegisterInitiative register(
                String reference,
                PersonId owner,
                List<UnitId> units,
                LocalDate start,
                LocalDate end,
                List<Consideration> impacts,
                List<ServedValue> values) {
            return new RegisterInitiative(
                    LM_031,
                    PROGRAMME.programmeId(),
                    reference,
                    "New case recording",
                    Dimension.SYSTEMS,
                    owner,
                    units,
                    start,
                    end,
                    impacts,
                    values);
        }

        private RegisterInitiative register(List<Consideration> impacts, List<ServedValue> values) {
            return register("LM-031", ADA, List.of(CIN_04), TODAY, TODAY.plusDays(30), impacts, values);
        }

        private RegisterInitiative planned(LocalDate start, LocalDate end) {
            return register("LM-031", ADA, List.of(CIN_04), start, end, List.of(), List.of());
        }

        private InitiativeRegistered registered() {
            return new InitiativeRegistered(
                    LM_031,
                    PROGRAMME.programmeId(),
                    "LM-031",
                    "New case recording",
                    Dimension.SYSTEMS,
                    ADA,
                    List.of(CIN_04),
                    TODAY,
                    TODAY.plusDays(30),
                    PersonId.of(CALLER),
                    TODAY);
        }

        @Test
        void by_whoever_sends_it() {
            rules.when(register(List.of(), List.of())).then(registered());
        }

        @Test
        void with_no_more_than_has_to_be_said() {
            rules.when(new RegisterInitiative(
                            LM_031,
                            PROGRAMME.programmeId(),
                            "LM-031",
                            "New case recording",
                            Dimension.SYSTEMS,
                            ADA,
                            null,
                            TODAY,
                            TODAY,
                            null,
                            null))
                    .then(new InitiativeRegistered(
                            LM_031,
                            PROGRAMME.programmeId(),
                            "LM-031",
                            "New case recording",
                            Dimension.SYSTEMS,
                            ADA,
                            List.of(),
                            TODAY,
                            TODAY,
                            PersonId.of(CALLER),
                            TODAY));
        }

        @Test
        void with_what_it_does_to_the_dimensions_and_the_values_that_it_serves() {
            rules.when(register(
                            List.of(
                                    new Consideration(
                                            Dimension.SYSTEMS, true, "One system.", "Training first.", null, TODAY),
                                    new Consideration(Dimension.STYLE, false, null, null, UNTOUCHED, null)),
                            List.of(new ServedValue(VAL_02, "More time with families."))))
                    .then(
                            registered(),
                            new DimensionImpactDeclared(
                                    LM_031, Dimension.SYSTEMS, "One system.", "Training first.", TODAY, TODAY),
                            new DimensionDeclaredNotAffected(LM_031, Dimension.STYLE, UNTOUCHED, null, TODAY),
                            new InitiativeLinkedToValue(LM_031, VAL_02, "More time with families.", TODAY));
        }

        @Test
        void but_not_under_a_reference_that_is_taken() {
            rules.given(REGISTERED)
                    .when(register("lm-014", ADA, List.of(), TODAY, TODAY.plusDays(30), List.of(), List.of()))
                    .refused(Code.DUPLICATE, "LM-014 'Units in Child in Need' is registered.");
        }

        @Test
        void and_not_under_an_id_that_is_taken() {
            assertThat(rules.given(registered())
                            .when(register("LM-032", ADA, List.of(), TODAY, TODAY, List.of(), List.of()))
                            .refusal()
                            .extra())
                    .containsEntry("existingId", LM_031.toString());
        }

        @Test
        void and_not_to_begin_before_the_programme() {
            rules.when(planned(PROGRAMME.effectiveOn().minusDays(1), TODAY))
                    .refused(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            "30 September 2025 lies outside; lea-marsh runs from 1 October 2025 to 31 December 2026.");
        }

        @Test
        void and_not_to_end_after_it() {
            rules.when(planned(TODAY, PROGRAMME.lastDay().plusDays(1)))
                    .refused(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            "1 January 2027 lies outside; lea-marsh runs from 1 October 2025 to 31 December 2026.");
        }

        @Test
        void and_not_for_somebody_who_is_not_in_post() {
            rules.when(register("LM-031", BEN, List.of(), TODAY, TODAY, List.of(), List.of()))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 2 November 2026.");
        }

        @Test
        void and_not_for_somebody_whom_nobody_knows() {
            rules.when(register("LM-031", NOBODY, List.of(), TODAY, TODAY, List.of(), List.of()))
                    .refused(Code.NOT_FOUND, "Nobody has registered this person.");
        }

        @Test
        void and_not_for_a_unit_that_nobody_established() {
            rules.when(register("LM-031", ADA, List.of(NO_UNIT), TODAY, TODAY, List.of(), List.of()))
                    .refused(Code.NOT_FOUND, "Nobody has established it.");
        }

        @Test
        void and_not_for_a_unit_that_is_closed_by_then() {
            rules.given(new UnitClosed(CIN_04, TODAY.minusDays(1), null))
                    .when(register(List.of(), List.of()))
                    .refused(Code.INVALID_TRANSITION, "CIN-04 'Child in Need 4' exists until 1 November 2026.");
        }

        @Test
        void and_not_as_leaving_the_dimension_that_it_belongs_to_as_it_is() {
            rules.when(register(
                            List.of(new Consideration(Dimension.SYSTEMS, false, null, null, UNTOUCHED, null)),
                            List.of()))
                    .refused(
                            Code.DIMENSIONS_INCOMPLETE,
                            "LM-031 'New case recording' belongs to systems, so it cannot leave that as it is.");
        }

        @Test
        void and_not_for_a_value_that_nobody_adopted() {
            rules.when(register(List.of(), List.of(new ServedValue(NO_VALUE, "Somehow."))))
                    .refused(Code.NOT_FOUND, "Nobody adopted it.");
        }

        @Test
        void and_not_once_the_programme_is_closed() {
            assertThat(rules.given(PROGRAMME_CLOSED)
                            .when(register(List.of(), List.of()))
                            .refusal()
                            .title())
                    .isEqualTo("The programme is closed.");
        }

        @Test
        void what_cannot_be_meant_cannot_even_be_said() {
            assertThatThrownBy(() -> register("LM-31/1", ADA, List.of(), TODAY, TODAY, List.of(), List.of()))
                    .hasMessageContaining("no slash");
            assertThatThrownBy(() -> planned(TODAY, TODAY.minusDays(1))).hasMessageContaining("cannot end before");
            assertThatThrownBy(
                            () -> register("LM-031", ADA, List.of(CIN_04, CIN_04), TODAY, TODAY, List.of(), List.of()))
                    .hasMessageContaining("named twice");
            assertThatThrownBy(() -> new Consideration(Dimension.STYLE, true, null, null, null, null))
                    .hasMessageContaining("or why it is not");
            assertThatThrownBy(() -> new Consideration(Dimension.STYLE, false, "It changes.", null, UNTOUCHED, null))
                    .hasMessageContaining("or why it is not");
        }
    }

    @Nested
    class a_dimension_is_considered {

        @Test
        void as_affected() {
            rules.given(REGISTERED)
                    .when(new ConsiderDimension(
                            LM_014, Dimension.STAFF, true, "Every post changes.", "Assimilation first.", null, TODAY))
                    .then(new DimensionImpactDeclared(
                            LM_014, Dimension.STAFF, "Every post changes.", "Assimilation first.", TODAY, TODAY));
        }

        @Test
        void as_not_affected_and_why() {
            rules.given(REGISTERED)
                    .when(new ConsiderDimension(LM_014, Dimension.STYLE, false, null, null, UNTOUCHED, null))
                    .then(new DimensionDeclaredNotAffected(LM_014, Dimension.STYLE, UNTOUCHED, null, TODAY));
        }

        @Test
        void but_not_in_a_word() {
            rules.given(REGISTERED)
                    .when(new ConsiderDimension(LM_014, Dimension.STYLE, false, null, null, "Not touched by it.", null))
                    .refused(
                            Code.REASON_REQUIRED,
                            "That LM-014 'Units in Child in Need' leaves style as it is needs a reason in at least 30"
                                    + " characters.");
        }

        @Test
        void and_not_once_the_initiative_is_closed() {
            rules.given(REGISTERED, new InitiativeClosed(LM_014, InitiativeOutcome.STOPPED, TODAY.minusDays(1)))
                    .when(new ConsiderDimension(LM_014, Dimension.STYLE, false, null, null, UNTOUCHED, null))
                    .refused(Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' was closed on 1 November 2026.");
        }
    }

    @Nested
    class an_initiative_is_approved {

        private final Rules rules = InitiativeTest.this.rules.by(Role.SENIOR_RESPONSIBLE_OWNER);

        private Rules ready() {
            return rules.given(REGISTERED).given(considered(Dimension.values())).given(serves(VAL_01));
        }

        @Test
        void once_all_seven_dimensions_are_considered_and_it_serves_a_value() {
            ready().when(new ApproveInitiative(LM_014)).then(new InitiativeApproved(LM_014, TODAY));
        }

        @Test
        void but_not_while_two_dimensions_are_missing() {
            var refusal = rules.given(REGISTERED)
                    .given(considered(
                            Dimension.SHARED_VALUES,
                            Dimension.STRATEGY,
                            Dimension.STRUCTURE,
                            Dimension.SYSTEMS,
                            Dimension.SKILLS))
                    .given(serves(VAL_01))
                    .when(new ApproveInitiative(LM_014))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.DIMENSIONS_INCOMPLETE);
            assertThat(refusal.detail())
                    .isEqualTo("LM-014 'Units in Child in Need' cannot be approved yet: nobody has said what it does to"
                            + " staff and style.");
            assertThat(refusal.remedy()).isEqualTo("For each, say how it is affected, or why it is not.");
            assertThat(refusal.extra()).containsEntry("missing", List.of("staff", "style"));
        }

        @Test
        void and_not_while_one_is_missing() {
            var refusal = rules.given(REGISTERED)
                    .given(considered(
                            Dimension.SHARED_VALUES,
                            Dimension.STRATEGY,
                            Dimension.STRUCTURE,
                            Dimension.SYSTEMS,
                            Dimension.STAFF,
                            Dimension.STYLE))
                    .when(new ApproveInitiative(LM_014))
                    .refusal();
            assertThat(refusal.remedy()).isEqualTo("Say how it is affected, or why it is not.");
        }

        @Test
        void and_not_without_a_value() {
            rules.given(REGISTERED)
                    .given(considered(Dimension.values()))
                    .when(new ApproveInitiative(LM_014))
                    .refused(
                            Code.NO_VALUE_LINK,
                            "LM-014 'Units in Child in Need' cannot be approved yet: nobody has said which of the"
                                    + " service's values it serves.");
        }

        @Test
        void and_not_where_its_only_value_is_retired() {
            assertThat(ready().given(Values.retired(VAL_01, TODAY))
                            .when(new ApproveInitiative(LM_014))
                            .refusal()
                            .code())
                    .isEqualTo(Code.NO_VALUE_LINK);
        }

        @Test
        void and_not_by_who_registered_it() {
            rules.given(registeredBy(PersonId.of(CALLER)))
                    .given(considered(Dimension.values()))
                    .given(serves(VAL_01))
                    .when(new ApproveInitiative(LM_014))
                    .refused(Code.SEPARATION_OF_DUTIES, "LM-014 'Units in Child in Need' was registered by you.");
        }

        @Test
        void although_who_registered_it_may_propose_that() {
            rules.given(registeredBy(PersonId.of(CALLER)))
                    .given(considered(Dimension.values()))
                    .given(serves(VAL_01))
                    .proposing()
                    .when(new ApproveInitiative(LM_014))
                    .then(new InitiativeApproved(LM_014, TODAY));
        }

        @Test
        void and_not_while_nobody_in_post_owns_it() {
            assertThat(ready().given(new InitiativeAssigned(LM_014, ADA, BEN, List.of(CIN_04), TODAY))
                            .when(new ApproveInitiative(LM_014))
                            .refusal()
                            .code())
                    .isEqualTo(Code.NOT_IN_POST_ON_DATE);
        }

        @Test
        void and_not_twice() {
            ready().given(APPROVED)
                    .when(new ApproveInitiative(LM_014))
                    .refused(Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' was approved on 11 May 2026.");
        }
    }

    @Nested
    class an_initiative_is_assigned {

        private static final LocalDate JULY = LocalDate.of(2026, 7, 6);

        private AssignInitiative assign(@Nullable PersonId owner, @Nullable List<UnitId> units, LocalDate from) {
            return new AssignInitiative(LM_014, owner, units, from);
        }

        private Rules registered() {
            return rules.given(REGISTERED, appointed(P_0105, BEN, "1", JULY));
        }

        @Test
        void to_another_owner_and_the_event_names_the_one_before() {
            registered()
                    .when(assign(BEN, null, TODAY))
                    .then(new InitiativeAssigned(LM_014, ADA, BEN, List.of(CIN_04), TODAY));
        }

        @Test
        void to_other_units() {
            registered()
                    .when(assign(null, List.of(CIN_04, GRP_A), TODAY))
                    .then(new InitiativeAssigned(LM_014, ADA, ADA, List.of(CIN_04, GRP_A), TODAY));
        }

        @Test
        void from_a_day_that_is_over() {
            registered()
                    .when(assign(BEN, null, JULY))
                    .then(new InitiativeAssigned(LM_014, ADA, BEN, List.of(CIN_04), JULY));
        }

        @Test
        void from_a_day_before_what_was_planned_which_it_replaces() {
            LocalDate december = LocalDate.of(2026, 12, 1);
            registered()
                    .given(new InitiativeAssigned(LM_014, ADA, BEN, List.of(), december))
                    .when(assign(BEN, List.of(GRP_A), TODAY))
                    .then(new InitiativeAssigned(LM_014, ADA, BEN, List.of(GRP_A), TODAY));
        }

        @Test
        void but_not_from_a_day_before_the_last_owner_began() {
            EventId later = registered().record(new InitiativeAssigned(LM_014, ADA, BEN, List.of(CIN_04), JULY));
            var refusal = rules.when(assign(null, List.of(), JULY.minusDays(1))).refusal();
            assertThat(refusal.code()).isEqualTo(Code.EFFECTIVE_OVERLAP);
            assertThat(refusal.detail())
                    .isEqualTo("LM-014 'Units in Child in Need' has its present owner or units from 6 July 2026 on.");
            assertThat(refusal.extra()).containsEntry("conflictsWith", later.toString());
        }

        @Test
        void and_not_from_a_day_before_it_was_registered() {
            registered()
                    .when(assign(BEN, null, REGISTERED_ON.minusDays(1)))
                    .refused(
                            Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' is registered since 4 May 2026.");
        }

        @Test
        void and_not_outside_the_programme() {
            assertThat(registered()
                            .when(assign(BEN, null, PROGRAMME.lastDay().plusDays(1)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.OUTSIDE_PROGRAMME_WINDOW);
        }

        @Test
        void and_by_a_group_manager_not_from_long_ago() {
            assertThat(registered()
                            .by(Role.GROUP_MANAGER)
                            .when(assign(BEN, null, TODAY.minusDays(32)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.BACK_DATING_LIMIT);
        }

        @Test
        void and_not_to_somebody_who_is_not_in_post_yet() {
            registered()
                    .when(assign(BEN, null, JULY.minusDays(1)))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 5 July 2026.");
        }

        @Test
        void and_not_to_whom_it_belongs_anyway() {
            registered()
                    .when(assign(ADA, List.of(CIN_04), TODAY))
                    .refused(
                            Code.DUPLICATE,
                            "On 2 November 2026 LM-014 'Units in Child in Need' has this owner and these units"
                                    + " already.");
        }

        @Test
        void and_not_to_nobody_at_all() {
            assertThatThrownBy(() -> assign(null, null, TODAY)).hasMessageContaining("another owner");
        }
    }

    @Nested
    class an_initiative_is_rated {

        private RateInitiative rate(Rag rag, @Nullable RuleOverride override) {
            return new RateInitiative(LM_014, rag, WHY, override);
        }

        private InitiativeRated rated(Rag rag) {
            return new InitiativeRated(LM_014, rag, TODAY, null);
        }

        private PlanBaselined baseline(LocalDate agreed) {
            return new PlanBaselined(
                    PROGRAMME.programmeId(),
                    0,
                    "First plan",
                    List.of(new BaselinedMilestone(FIRST, agreed)),
                    REGISTERED_ON);
        }

        @Test
        void with_a_reason() {
            rules.given(REGISTERED).when(rate(Rag.AMBER, null)).then(rated(Rag.AMBER));
        }

        @Test
        void but_not_without_one() {
            assertThat(rules.given(REGISTERED)
                            .when(new RateInitiative(LM_014, Rag.RED, "late", null))
                            .refusal()
                            .code())
                    .isEqualTo(Code.REASON_REQUIRED);
        }

        @Test
        void red_however_well_it_stands() {
            rules.given(REGISTERED, AGREED, met(FIRST, TODAY))
                    .when(rate(Rag.RED, null))
                    .then(rated(Rag.RED));
        }

        @Test
        void green_while_a_milestone_is_fourteen_days_late() {
            rules.given(REGISTERED, AGREED, baseline(TODAY.minusDays(14)))
                    .when(rate(Rag.GREEN, null))
                    .then(rated(Rag.GREEN));
        }

        @Test
        void but_not_green_while_one_is_fifteen_days_late() {
            rules.given(REGISTERED, AGREED, baseline(TODAY.minusDays(15)))
                    .when(rate(Rag.GREEN, null))
                    .refused(
                            Code.RAG_CONTRADICTS_EVIDENCE,
                            "LM-014 'Units in Child in Need' cannot be green: LM-014/1 'Job descriptions agreed' is 15"
                                    + " days late, counted from the agreed plan. Up to 14 days are accepted.");
        }

        @Test
        void and_a_reforecast_makes_it_no_less_late() {
            assertThat(rules.given(
                                    REGISTERED,
                                    AGREED,
                                    baseline(TODAY.minusDays(15)),
                                    new MilestoneReforecast(
                                            LM_014, FIRST, AGREED.dueOn(), TODAY.plusDays(20), TODAY.minusDays(3)))
                            .when(rate(Rag.GREEN, null))
                            .refusal()
                            .code())
                    .isEqualTo(Code.RAG_CONTRADICTS_EVIDENCE);
        }

        @Test
        void and_where_no_plan_was_agreed_the_first_planned_day_counts() {
            rules.given(REGISTERED, AGREED)
                    .when(rate(Rag.GREEN, null))
                    .refused(
                            Code.RAG_CONTRADICTS_EVIDENCE,
                            "LM-014 'Units in Child in Need' cannot be green: LM-014/1 'Job descriptions agreed' is 28"
                                    + " days late, counted from the agreed plan. Up to 14 days are accepted.");
        }

        @Test
        void green_once_what_was_late_is_met_or_cancelled() {
            rules.given(REGISTERED, AGREED, met(FIRST, TODAY), APPOINTED, new MilestoneCancelled(LM_014, SECOND, TODAY))
                    .on(LocalDate.of(2026, 12, 15))
                    .when(rate(Rag.GREEN, null))
                    .then(new InitiativeRated(LM_014, Rag.GREEN, LocalDate.of(2026, 12, 15), null));
        }

        @Test
        void and_of_many_late_milestones_three_are_named() {
            for (int number = 1; number <= 5; number++) {
                rules.given(ChangeWork.milestone(
                        MilestoneId.of("01936c6e-6100-7000-8000-00000000140" + number),
                        number,
                        "Step " + number,
                        LocalDate.of(2026, 9, number)));
            }
            rules.given(REGISTERED)
                    .when(rate(Rag.GREEN, null))
                    .refused(
                            Code.RAG_CONTRADICTS_EVIDENCE,
                            "LM-014 'Units in Child in Need' cannot be green: LM-014/1 'Step 1' is 62 days late,"
                                    + " LM-014/2 'Step 2' is 61 days late and LM-014/3 'Step 3' is 60 days late; and 2"
                                    + " more are late, counted from the agreed plan. Up to 14 days are accepted.");
        }

        @Test
        void green_against_the_facts_where_the_programme_manager_answers_for_it() {
            var override = new RuleOverride("The panel has agreed by e-mail.", "The minutes follow within a week.");
            rules.given(REGISTERED, AGREED)
                    .when(rate(Rag.GREEN, override))
                    .then(new InitiativeRated(
                            LM_014,
                            Rag.GREEN,
                            TODAY,
                            new Overridden(
                                    List.of("rag-contradicts-evidence"),
                                    "The panel has agreed by e-mail.",
                                    "The minutes follow within a week.")));
        }
    }

    @Nested
    class an_initiative_is_linked_to_a_value {

        @Test
        void and_how_it_serves_it_is_said() {
            rules.given(REGISTERED)
                    .when(new LinkInitiativeToValue(LM_014, VAL_02, "One unit knows the family."))
                    .then(new InitiativeLinkedToValue(LM_014, VAL_02, "One unit knows the family.", TODAY));
        }

        @Test
        void but_not_twice() {
            rules.given(REGISTERED, serves(VAL_02))
                    .when(new LinkInitiativeToValue(LM_014, VAL_02, "One unit knows the family."))
                    .refused(Code.DUPLICATE, "LM-014 'Units in Child in Need' is linked to VAL-02.");
        }

        @Test
        void and_not_to_one_that_is_retired() {
            rules.given(REGISTERED, Values.retired(VAL_02, TODAY))
                    .when(new LinkInitiativeToValue(LM_014, VAL_02, "One unit knows the family."))
                    .refused(Code.INVALID_TRANSITION, "VAL-02 has not been held since 2 November 2026.");
        }
    }

    @Nested
    class a_link_to_a_value_is_taken_back {

        private final UnlinkInitiativeFromValue unlink = new UnlinkInitiativeFromValue(LM_014, VAL_01, WHY);

        @Test
        void while_the_initiative_waits_for_approval() {
            rules.given(REGISTERED, serves(VAL_01))
                    .when(unlink)
                    .then(new InitiativeUnlinkedFromValue(LM_014, VAL_01, Days.before(TODAY)));
        }

        @Test
        void while_another_remains() {
            rules.given(REGISTERED, serves(VAL_01), serves(VAL_02), APPROVED)
                    .when(unlink)
                    .then(new InitiativeUnlinkedFromValue(LM_014, VAL_01, Days.before(TODAY)));
        }

        @Test
        void but_not_the_last_one_of_an_initiative_under_way() {
            rules.given(REGISTERED, serves(VAL_01), APPROVED)
                    .when(unlink)
                    .refused(
                            Code.NO_VALUE_LINK,
                            "LM-014 'Units in Child in Need' is under way, and this is the last value that it serves.");
        }

        @Test
        void and_a_retired_value_does_not_count_as_another() {
            assertThat(rules.given(REGISTERED, serves(VAL_01), serves(VAL_02), APPROVED, Values.retired(VAL_02, TODAY))
                            .when(unlink)
                            .refusal()
                            .code())
                    .isEqualTo(Code.NO_VALUE_LINK);
        }

        @Test
        void and_not_one_that_is_not_there() {
            rules.given(REGISTERED)
                    .when(unlink)
                    .refused(Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' is not linked to it.");
        }
    }

    @Nested
    class an_initiative_is_closed {

        private CloseInitiative close(InitiativeOutcome outcome, LocalDate on) {
            return new CloseInitiative(LM_014, outcome, on, WHY);
        }

        private Rules underWay(DomainEvent... more) {
            return rules.given(REGISTERED, serves(VAL_01), APPROVED, AGREED).given(more);
        }

        @Test
        void as_delivered_once_every_milestone_is_met_or_cancelled() {
            underWay(met(FIRST, TODAY), APPOINTED, new MilestoneCancelled(LM_014, SECOND, TODAY))
                    .when(close(InitiativeOutcome.DELIVERED, TODAY))
                    .then(new InitiativeClosed(LM_014, InitiativeOutcome.DELIVERED, TODAY));
        }

        @Test
        void as_stopped_whatever_is_open() {
            underWay()
                    .when(close(InitiativeOutcome.STOPPED, TODAY))
                    .then(new InitiativeClosed(LM_014, InitiativeOutcome.STOPPED, TODAY));
        }

        @Test
        void but_not_as_delivered_while_a_milestone_is_open() {
            underWay(met(FIRST, TODAY), APPOINTED)
                    .when(close(InitiativeOutcome.DELIVERED, TODAY))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Not met and not cancelled in LM-014 'Units in Child in Need': LM-014/2 'Consultant in"
                                    + " post'.");
        }

        @Test
        void and_not_as_delivered_without_ever_being_approved() {
            rules.given(REGISTERED)
                    .when(close(InitiativeOutcome.DELIVERED, TODAY))
                    .refused(Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' waits for approval.");
        }

        @Test
        void and_not_on_a_day_to_come() {
            assertThat(underWay()
                            .when(close(InitiativeOutcome.STOPPED, TODAY.plusDays(1)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.FUTURE_DATE_NOT_ALLOWED);
        }

        @Test
        void and_not_before_something_of_it_was_met() {
            underWay(met(FIRST, TODAY.minusDays(5)))
                    .when(close(InitiativeOutcome.STOPPED, TODAY.minusDays(6)))
                    .refused(Code.INVALID_TRANSITION, "LM-014/1 'Job descriptions agreed' was met on 28 October 2026.");
        }

        @Test
        void and_not_before_it_was_registered() {
            underWay()
                    .when(close(InitiativeOutcome.STOPPED, REGISTERED_ON.minusDays(1)))
                    .refused(
                            Code.INVALID_TRANSITION, "LM-014 'Units in Child in Need' is registered since 4 May 2026.");
        }
    }

    @Test
    void nothing_is_decided_about_an_initiative_that_nobody_registered() {
        var in = rules.circumstances();
        assertThat(Rules.refusal(() -> Initiative.decide(new ApproveInitiative(LM_014), new Initiative.NotYet(), in))
                        .code())
                .isEqualTo(Code.NOT_FOUND);
    }
}
