package org.sevenfold.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.plan.Planned.APPROVED;
import static org.sevenfold.command.plan.Planned.DRAFTED;
import static org.sevenfold.command.plan.Planned.LEA_MARSH;
import static org.sevenfold.command.plan.Planned.LIVE;
import static org.sevenfold.command.plan.Planned.LM_014;
import static org.sevenfold.command.plan.Planned.LM_021;
import static org.sevenfold.command.plan.Planned.MAY;
import static org.sevenfold.command.plan.Planned.OTHER;
import static org.sevenfold.command.plan.Planned.TRAINED;
import static org.sevenfold.command.plan.Planned.XY_001;
import static org.sevenfold.command.plan.Planned.cancelled;
import static org.sevenfold.command.plan.Planned.expected;
import static org.sevenfold.command.plan.Planned.met;
import static org.sevenfold.command.plan.Planned.stopped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.plan.PlanCommand.AddDependency;
import org.sevenfold.command.plan.PlanCommand.BaselinePlan;
import org.sevenfold.command.plan.PlanCommand.RemoveDependency;
import org.sevenfold.command.plan.Waiting.Link;
import org.sevenfold.events.Days;
import org.sevenfold.events.Role;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.platform.problem.Code;

class PlanTest {

    private static final String WHY = "The board agreed it in May.";

    private final Rules empty = plan();
    private final Rules rules = plan().given(LM_014, LM_021, DRAFTED, APPROVED, TRAINED, LIVE);

    private static Rules plan() {
        return Rules.of(PlanEvent.STREAM, PlanEvent.streamIdOf(LEA_MARSH)).by(Role.PROGRAMME_MANAGER);
    }

    private static AddDependency add(MilestoneAdded from, MilestoneAdded to) {
        return new AddDependency(LEA_MARSH, from.milestoneId(), to.milestoneId(), null, null);
    }

    private static RemoveDependency remove(MilestoneAdded from, MilestoneAdded to) {
        return new RemoveDependency(LEA_MARSH, from.milestoneId(), to.milestoneId(), "Not needed any more.");
    }

    private static DependencyAdded waits(MilestoneAdded to, MilestoneAdded from, LocalDate since) {
        return new DependencyAdded(LEA_MARSH, from.milestoneId(), to.milestoneId(), DependencyType.FS, 0, since);
    }

    private static DependencyRemoved waitsNoLonger(MilestoneAdded to, MilestoneAdded from) {
        return new DependencyRemoved(LEA_MARSH, from.milestoneId(), to.milestoneId(), Days.before(TODAY));
    }

    private static BaselinedMilestone on(MilestoneAdded milestone, LocalDate day) {
        return new BaselinedMilestone(milestone.milestoneId(), day);
    }

    private static PlanBaselined baseline(int number, String name, BaselinedMilestone... milestones) {
        return new PlanBaselined(LEA_MARSH, number, name, List.of(milestones), MAY);
    }

    @Nested
    class a_milestone_waits_for_another {

        @Test
        void from_finish_to_start_and_without_days_between_unless_said() {
            rules.when(add(APPROVED, TRAINED)).then(waits(TRAINED, APPROVED, TODAY));
        }

        @Test
        void of_its_own_initiative_or_another_with_days_between() {
            rules.when(new AddDependency(LEA_MARSH, DRAFTED.milestoneId(), LIVE.milestoneId(), DependencyType.SS, -14))
                    .then(new DependencyAdded(
                            LEA_MARSH, DRAFTED.milestoneId(), LIVE.milestoneId(), DependencyType.SS, -14, TODAY));
        }

        @Test
        void that_is_met_already() {
            rules.given(met(DRAFTED, MAY)).when(add(DRAFTED, TRAINED)).then(waits(TRAINED, DRAFTED, TODAY));
        }

        @Test
        void again_once_it_did_no_longer() {
            rules.given(waits(TRAINED, APPROVED, MAY), waitsNoLonger(TRAINED, APPROVED))
                    .when(add(APPROVED, TRAINED))
                    .then(waits(TRAINED, APPROVED, TODAY));
        }

        @Test
        void by_two_ways_at_once() {
            rules.given(waits(APPROVED, DRAFTED, MAY), waits(TRAINED, APPROVED, MAY))
                    .when(add(DRAFTED, TRAINED))
                    .then(waits(TRAINED, DRAFTED, TODAY));
        }
    }

    @Nested
    class no_milestone_waits_for_itself {

        @Test
        void over_two() {
            rules.given(waits(TRAINED, APPROVED, MAY))
                    .when(add(TRAINED, APPROVED))
                    .refused(Code.DEPENDENCY_CYCLE, "This would close a circle: LM-021/1 → LM-014/2 → LM-021/1.");
        }

        @Test
        void over_many_by_the_shortest_way() {
            var refusal = rules.given(
                            waits(APPROVED, DRAFTED, MAY),
                            waits(TRAINED, APPROVED, MAY),
                            waits(LIVE, TRAINED, MAY),
                            waits(LIVE, APPROVED, MAY))
                    .when(add(LIVE, DRAFTED))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.DEPENDENCY_CYCLE);
            assertThat(refusal.detail())
                    .isEqualTo("This would close a circle: LM-021/2 → LM-014/1 → LM-014/2 → LM-021/2.");
            assertThat(refusal.extra()).containsEntry("path", List.of("LM-021/2", "LM-014/1", "LM-014/2", "LM-021/2"));
        }

        @Test
        void directly() {
            assertThatThrownBy(() -> add(LIVE, LIVE)).hasMessage("A milestone does not wait for itself.");
        }

        @Test
        void but_what_is_cancelled_holds_nothing_up_and_closes_no_circle() {
            rules.given(waits(APPROVED, DRAFTED, MAY), waits(TRAINED, APPROVED, MAY), cancelled(APPROVED, TODAY))
                    .when(add(TRAINED, DRAFTED))
                    .then(waits(DRAFTED, TRAINED, TODAY));
        }

        @Test
        void nor_does_what_an_initiative_that_is_closed_has_left_behind() {
            rules.given(waits(TRAINED, APPROVED, MAY), waits(DRAFTED, TRAINED, MAY), stopped(LM_021, TODAY))
                    .when(add(DRAFTED, APPROVED))
                    .then(waits(APPROVED, DRAFTED, TODAY));
        }

        @Test
        void and_once_removed_a_link_closes_no_circle() {
            rules.given(waits(TRAINED, APPROVED, MAY), waitsNoLonger(TRAINED, APPROVED))
                    .when(add(TRAINED, APPROVED))
                    .then(waits(APPROVED, TRAINED, TODAY));
        }

        @Test
        void whatever_is_added_in_whatever_order() {
            List<MilestoneId> milestones = Stream.generate(java.util.UUID::randomUUID)
                    .limit(8)
                    .map(MilestoneId::new)
                    .toList();
            for (long seed = 0; seed < 300; seed++) {
                var chance = new Random(seed);
                Waiting waiting = Waiting.FOR_NOTHING;
                var order = new ArrayList<Link>();
                for (int i = 0; i < 30; i++) {
                    Link link = new Link(
                            milestones.get(chance.nextInt(8)), milestones.get(chance.nextInt(8)), MAY.plusDays(i));
                    boolean closesCircle = !waiting.way(link.to(), link.from(), milestone -> true)
                            .isEmpty();
                    assertThat(closesCircle).isEqualTo(reaches(order, link.to(), link.from(), 8));
                    if (!closesCircle) {
                        waiting = waiting.with(link);
                        order.add(link);
                    }
                }
            }
        }

        /** Whether one leads to another in at most so many steps, found by trying them all. */
        private boolean reaches(List<Link> links, MilestoneId from, MilestoneId to, int steps) {
            return from.equals(to)
                    || steps > 0
                            && links.stream()
                                    .anyMatch(link ->
                                            link.from().equals(from) && reaches(links, link.to(), to, steps - 1));
        }
    }

    @Nested
    class a_dependency_is_refused {

        @Test
        void where_it_is_there_already() {
            rules.given(waits(TRAINED, APPROVED, MAY))
                    .when(new AddDependency(
                            LEA_MARSH, APPROVED.milestoneId(), TRAINED.milestoneId(), DependencyType.SS, 7))
                    .refused(Code.DUPLICATE, "LM-021/1 waits for LM-014/2 since 4 May 2026.");
        }

        @Test
        void where_nobody_has_added_the_milestone() {
            empty.given(LM_014, DRAFTED)
                    .when(add(DRAFTED, OTHER))
                    .refused(Code.NOT_FOUND, "Nobody has added it to the plan.");
        }

        @Test
        void where_the_milestone_is_of_another_programme() {
            rules.given(XY_001, OTHER)
                    .when(add(OTHER, LIVE))
                    .refused(Code.NOT_FOUND, "XY-001/1 is no part of lea-marsh.");
        }

        @Test
        void where_what_comes_first_is_cancelled() {
            rules.given(cancelled(DRAFTED, MAY))
                    .when(add(DRAFTED, TRAINED))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "LM-014/1 'Job descriptions drafted' was cancelled on 4 May 2026 and holds nothing up.");
        }

        @Test
        void where_an_initiative_that_is_closed_has_left_it_behind() {
            rules.given(stopped(LM_014, MAY))
                    .when(add(DRAFTED, TRAINED))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "LM-014/1 'Job descriptions drafted' was not met by then and holds nothing up.");
        }

        @Test
        void where_what_waits_is_met() {
            rules.given(met(TRAINED, MAY))
                    .when(add(DRAFTED, TRAINED))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "LM-021/1 'Everybody trained' was met on 4 May 2026 and waits for nothing any more.");
        }

        @Test
        void once_the_programme_is_closed() {
            rules.given(new ProgrammeClosed(LEA_MARSH, TODAY, "Begin with job descriptions.", null))
                    .when(add(DRAFTED, TRAINED))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Programme lea-marsh 'Reclaiming practice in Lea Marsh' was closed on 2 November 2026; only"
                                    + " corrections are taken since.");
        }

        @Test
        void with_more_than_a_year_between() {
            assertThatThrownBy(() -> new AddDependency(
                            LEA_MARSH, DRAFTED.milestoneId(), LIVE.milestoneId(), DependencyType.FS, -367))
                    .hasMessage("Between two milestones lies a year at most.");
        }
    }

    @Nested
    class a_dependency_is_removed {

        @Test
        void and_nothing_else_is() {
            rules.given(waits(TRAINED, APPROVED, MAY), waits(LIVE, APPROVED, MAY))
                    .when(remove(APPROVED, TRAINED))
                    .then(waitsNoLonger(TRAINED, APPROVED));
        }

        @Test
        void only_where_it_is_there() {
            rules.given(waits(LIVE, DRAFTED, MAY), waits(LIVE, TRAINED, MAY))
                    .when(remove(APPROVED, LIVE))
                    .refused(
                            Code.NOT_FOUND, "LM-021/2 does not wait for LM-014/2; it waits for LM-014/1 and LM-021/1.");
        }

        @Test
        void only_in_its_direction() {
            rules.given(waits(TRAINED, APPROVED, MAY))
                    .when(remove(TRAINED, APPROVED))
                    .refused(Code.NOT_FOUND, "LM-014/2 does not wait for LM-021/1; it waits for nothing.");
        }

        @Test
        void with_a_reason() {
            assertThat(rules.given(waits(TRAINED, APPROVED, MAY))
                            .when(new RemoveDependency(LEA_MARSH, APPROVED.milestoneId(), TRAINED.milestoneId(), "No."))
                            .refusal()
                            .code())
                    .isEqualTo(Code.REASON_REQUIRED);
        }
    }

    @Nested
    class the_plan_is_agreed {

        @Test
        void as_it_stands_with_every_milestone_that_is_wanted() {
            rules.given(expected(TRAINED, LocalDate.of(2026, 12, 7)), cancelled(LIVE, MAY), XY_001, OTHER)
                    .when(new BaselinePlan(LEA_MARSH, "Plan agreed in May", WHY))
                    .then(new PlanBaselined(
                            LEA_MARSH,
                            0,
                            "Plan agreed in May",
                            List.of(
                                    on(DRAFTED, DRAFTED.dueOn()),
                                    on(APPROVED, APPROVED.dueOn()),
                                    on(TRAINED, LocalDate.of(2026, 12, 7))),
                            TODAY));
        }

        @Test
        void anew_where_what_is_met_keeps_the_day_for_which_it_was_agreed() {
            rules.given(
                            baseline(0, "Plan agreed in May", on(DRAFTED, MAY)),
                            expected(DRAFTED, LocalDate.of(2026, 10, 30)),
                            met(DRAFTED, LocalDate.of(2026, 10, 31)),
                            cancelled(APPROVED, MAY),
                            cancelled(LIVE, MAY))
                    .when(new BaselinePlan(LEA_MARSH, "Plan agreed in November", WHY))
                    .then(new PlanBaselined(
                            LEA_MARSH,
                            1,
                            "Plan agreed in November",
                            List.of(on(DRAFTED, MAY), on(TRAINED, TRAINED.dueOn())),
                            TODAY));
        }

        @Test
        void without_what_an_initiative_that_is_closed_has_left_behind() {
            rules.given(met(DRAFTED, MAY), stopped(LM_014, TODAY))
                    .when(new BaselinePlan(LEA_MARSH, "Plan without LM-014", WHY))
                    .then(new PlanBaselined(
                            LEA_MARSH,
                            0,
                            "Plan without LM-014",
                            List.of(on(DRAFTED, DRAFTED.dueOn()), on(TRAINED, TRAINED.dueOn()), on(LIVE, LIVE.dueOn())),
                            TODAY));
        }

        @Test
        void not_twice_under_one_name() {
            rules.given(baseline(0, "Plan agreed in May", on(DRAFTED, MAY)))
                    .when(new BaselinePlan(LEA_MARSH, "plan agreed in may", WHY))
                    .refused(Code.DUPLICATE, "The plan 'plan agreed in may' stays as it was agreed then.");
        }

        @Test
        void not_while_there_is_nothing_to_agree() {
            empty.given(XY_001, OTHER)
                    .when(new BaselinePlan(LEA_MARSH, "Plan agreed in May", WHY))
                    .refused(Code.INVALID_TRANSITION, "No initiative of the programme has a milestone.");
        }

        @Test
        void not_before_there_is_a_programme() {
            Rules.beforeAnyProgramme(PlanEvent.STREAM, PlanEvent.streamIdOf(LEA_MARSH))
                    .when(new BaselinePlan(LEA_MARSH, "Plan agreed in May", WHY))
                    .refused(Code.NOT_FOUND, "Nobody has started it.");
        }

        @Test
        void with_a_reason() {
            assertThat(rules.when(new BaselinePlan(LEA_MARSH, "Plan agreed in May", "Because."))
                            .refusal()
                            .code())
                    .isEqualTo(Code.REASON_REQUIRED);
        }
    }
}
