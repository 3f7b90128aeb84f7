package org.sevenfold.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sevenfold.query.testing.Events.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.query.board.Folded;

class PlanBoardsTest {

    private static final ProgrammeId LEA_MARSH = new ProgrammeId(new UUID(1, 1));
    private static final MilestoneId DRAFTED = new MilestoneId(new UUID(2, 1));
    private static final MilestoneId APPROVED = new MilestoneId(new UUID(2, 2));
    private static final MilestoneId LIVE = new MilestoneId(new UUID(2, 3));
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static DependencyAdded waits(MilestoneId to, MilestoneId from, LocalDate since) {
        return new DependencyAdded(LEA_MARSH, from, to, DependencyType.FS, 7, since);
    }

    private static List<Stretch<DependenciesBoard.Row>> dependencies(PlanEvent... events) {
        var board = new DependenciesBoard();
        List<Stretch<DependenciesBoard.Row>> timeline = List.of();
        for (int i = 0; i < events.length; i++) {
            timeline = Folded.after(board, timeline, recorded(i + 1, events[i]));
        }
        return timeline;
    }

    private static List<Stretch<BaselinesBoard.Row>> baselines(PlanEvent... events) {
        var board = new BaselinesBoard();
        List<Stretch<BaselinesBoard.Row>> timeline = List.of();
        for (int i = 0; i < events.length; i++) {
            timeline = Folded.after(board, timeline, recorded(i + 1, events[i]));
        }
        return timeline;
    }

    @Test
    void a_dependency_holds_until_it_is_removed_and_no_other_ends_with_it() {
        assertThat(dependencies(
                        waits(LIVE, APPROVED, MAY),
                        waits(APPROVED, DRAFTED, MAY),
                        new DependencyRemoved(LEA_MARSH, APPROVED, LIVE, Days.before(JUNE))))
                .extracting(
                        row -> row.value().fromId(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple(APPROVED, MAY, JUNE), tuple(DRAFTED, MAY, null));
    }

    @Test
    void a_dependency_that_was_removed_can_be_added_anew() {
        assertThat(dependencies(
                        waits(LIVE, APPROVED, MAY),
                        new DependencyRemoved(LEA_MARSH, APPROVED, LIVE, Days.before(JUNE)),
                        waits(LIVE, APPROVED, JULY)))
                .extracting(row -> row.days().from(), row -> row.days().to())
                .containsExactly(tuple(MAY, JUNE), tuple(JULY, null));
    }

    @Test
    void a_dependency_that_was_removed_on_its_first_day_was_never_there() {
        assertThat(dependencies(
                        waits(LIVE, APPROVED, MAY), new DependencyRemoved(LEA_MARSH, APPROVED, LIVE, Days.before(MAY))))
                .isEmpty();
    }

    @Test
    void an_agreed_plan_has_a_row_for_each_of_its_milestones_and_the_next_leaves_it_as_it_was() {
        var first = new PlanBaselined(
                LEA_MARSH,
                0,
                "Plan agreed in May",
                List.of(new BaselinedMilestone(DRAFTED, JUNE), new BaselinedMilestone(LIVE, JULY)),
                MAY);
        var second = new PlanBaselined(
                LEA_MARSH, 1, "Plan agreed in June", List.of(new BaselinedMilestone(LIVE, JULY.plusDays(7))), JUNE);

        assertThat(baselines(first, waits(LIVE, DRAFTED, MAY), second))
                .extracting(
                        row -> row.value().number(),
                        row -> row.value().milestoneId(),
                        row -> row.value().dueOn(),
                        row -> row.days().from())
                .containsExactly(
                        tuple(0, DRAFTED, JUNE, MAY),
                        tuple(0, LIVE, JULY, MAY),
                        tuple(1, LIVE, JULY.plusDays(7), JUNE));
    }
}
