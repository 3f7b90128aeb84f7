package org.sevenfold.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.plan.PlannedMilestone.Reforecast;
import org.sevenfold.query.plan.PlannedMilestone.Status;

class PlannedMilestoneTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 10);

    private static final PlannedInitiative INITIATIVE =
            new PlannedInitiative(new UUID(0, 1), "LM-014", "Units", Dimension.STRUCTURE, true, Set.of(), List.of());

    private static PlannedMilestone milestone(
            @Nullable LocalDate agreed, LocalDate forecast, @Nullable LocalDate metOn, boolean wanted) {
        return new PlannedMilestone(
                new UUID(0, 2),
                "stream",
                "LM-014/1",
                "Drafted",
                INITIATIVE,
                JUNE,
                null,
                agreed,
                agreed == null ? null : 0,
                forecast,
                metOn,
                wanted,
                List.of());
    }

    private static Status onDay(PlannedMilestone milestone, LocalDate day) {
        return milestone.status(day, TODAY, milestone.own(TODAY));
    }

    @Nested
    class another_forecast {

        @Test
        void makes_nothing_less_late() {
            assertThat(milestone(YESTERDAY, YESTERDAY, null, true).lateDays(TODAY))
                    .isEqualTo(1);
            assertThat(milestone(YESTERDAY, JUNE, null, true).lateDays(TODAY)).isEqualTo(1);
            assertThat(onDay(milestone(YESTERDAY, JUNE, null, true), TODAY)).isEqualTo(Status.LATE);
        }

        @Test
        void says_how_long_before_the_day_it_was_announced() {
            assertThat(new Reforecast(YESTERDAY, JUNE, JUNE.plusDays(7)).noticeDays())
                    .isEqualTo(22);
            assertThat(new Reforecast(TOMORROW, YESTERDAY, JUNE).noticeDays()).isEqualTo(-2);
        }
    }

    @Nested
    class what_is_not_met {

        @Test
        void is_expected_no_earlier_than_the_day_that_something_is_known_of() {
            assertThat(milestone(YESTERDAY, YESTERDAY, null, true).own(TODAY)).isEqualTo(TODAY);
            assertThat(milestone(YESTERDAY, JUNE, null, true).own(TODAY)).isEqualTo(JUNE);
        }

        @Test
        void is_late_from_the_day_after_the_agreed_one() {
            assertThat(onDay(milestone(TODAY, TODAY, null, true), TODAY)).isEqualTo(Status.ON_COURSE);
            assertThat(onDay(milestone(YESTERDAY, TODAY, null, true), TODAY)).isEqualTo(Status.LATE);
        }

        @Test
        void slips_while_its_agreed_day_has_not_come_yet() {
            assertThat(onDay(milestone(TOMORROW, JUNE, null, true), TODAY)).isEqualTo(Status.SLIPPING);
        }

        @Test
        void slips_too_where_something_before_it_pushes_it() {
            assertThat(milestone(TOMORROW, TOMORROW, null, true).status(TODAY, TODAY, JUNE))
                    .isEqualTo(Status.SLIPPING);
        }

        @Test
        void is_scheduled_on_a_day_that_nobody_has_heard_of_yet() {
            assertThat(onDay(milestone(TOMORROW, TOMORROW, null, true), JUNE)).isEqualTo(Status.EXPECTED);
            assertThat(milestone(TOMORROW, TOMORROW, null, true).lateDays(TODAY))
                    .isZero();
        }

        @Test
        void is_counted_from_the_day_for_which_it_was_planned_where_none_was_agreed() {
            assertThat(milestone(null, JUNE.plusDays(1), null, true).promised()).isEqualTo(JUNE);
            assertThat(onDay(milestone(null, JUNE.plusDays(1), null, true), TODAY))
                    .isEqualTo(Status.SLIPPING);
        }
    }

    @Nested
    class what_is_met {

        @Test
        void is_as_late_as_it_was() {
            assertThat(milestone(YESTERDAY, JUNE, TODAY, true).lateDays(JUNE)).isEqualTo(1);
            assertThat(milestone(YESTERDAY, JUNE, TODAY, true).metInTime()).isFalse();
            assertThat(milestone(TODAY, JUNE, TODAY, true).metInTime()).isTrue();
            assertThat(onDay(milestone(YESTERDAY, JUNE, TODAY, true), TODAY)).isEqualTo(Status.MET);
        }
    }

    @Test
    void what_is_cancelled_is_neither_late_nor_to_come() {
        assertThat(onDay(milestone(YESTERDAY, YESTERDAY, null, false), TODAY)).isEqualTo(Status.CANCELLED);
        assertThat(milestone(YESTERDAY, YESTERDAY, null, false).lateDays(TODAY)).isZero();
    }
}
