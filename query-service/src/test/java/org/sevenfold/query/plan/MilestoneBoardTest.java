package org.sevenfold.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.sevenfold.query.testing.ChangeWork.added;
import static org.sevenfold.query.testing.ChangeWork.cancelled;
import static org.sevenfold.query.testing.ChangeWork.expected;
import static org.sevenfold.query.testing.ChangeWork.met;
import static org.sevenfold.query.testing.ChangeWork.reopened;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.query.board.Folded;
import org.sevenfold.query.testing.Events;

class MilestoneBoardTest {

    private static final LocalDate ADDED = LocalDate.of(2026, 2, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 5, 4);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    private static List<Stretch<MilestonesBoard.Row>> after(MilestoneEvent... events) {
        List<Stretch<MilestonesBoard.Row>> rows = List.of();
        for (int i = 0; i < events.length; i++) {
            rows = Folded.after(new MilestonesBoard(), rows, Events.recorded(i + 1, events[i]));
        }
        return rows;
    }

    @Test
    void it_is_in_the_plan_from_the_day_on_which_it_was_added() {
        assertThat(after(added("LM-014/1", DUE, ADDED)))
                .extracting(
                        row -> row.value().forecast(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple(DUE, ADDED, null));
    }

    @Test
    void what_was_expected_before_a_new_forecast_stays_the_plan_of_those_days() {
        LocalDate said = LocalDate.of(2026, 4, 20);
        assertThat(after(added("LM-014/1", DUE, ADDED), expected("LM-014/1", DUE, LATER, said)))
                .extracting(
                        row -> row.value().forecast(),
                        row -> row.value().plannedFor(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple(DUE, DUE, ADDED, said), tuple(LATER, DUE, said, null));
    }

    @Test
    void met_on_a_day_before_the_last_forecast_it_is_met_from_that_day_on() {
        LocalDate metOn = LocalDate.of(2026, 4, 13);
        LocalDate said = LocalDate.of(2026, 4, 20);
        assertThat(after(added("LM-014/1", DUE, ADDED), expected("LM-014/1", DUE, LATER, said), met("LM-014/1", metOn)))
                .extracting(
                        row -> row.value().forecast(),
                        row -> row.value().metOn(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(
                        tuple(DUE, null, ADDED, metOn),
                        tuple(DUE, metOn, metOn, said),
                        tuple(LATER, metOn, said, null));
    }

    @Test
    void reopened_it_was_met_until_then() {
        LocalDate metOn = LocalDate.of(2026, 5, 4);
        LocalDate again = LocalDate.of(2026, 5, 11);
        assertThat(after(added("LM-014/1", DUE, ADDED), met("LM-014/1", metOn), reopened("LM-014/1", again)))
                .extracting(
                        row -> row.value().metOn(),
                        row -> row.value().metBy(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(
                        tuple(null, null, ADDED, metOn),
                        tuple(metOn, Events.id(2), metOn, again),
                        tuple(null, null, again, null));
    }

    @Test
    void met_on_the_day_on_which_it_was_added_it_was_never_open() {
        assertThat(after(added("LM-014/1", DUE, ADDED), met("LM-014/1", ADDED)))
                .extracting(row -> row.value().metOn(), row -> row.days().from())
                .containsExactly(tuple(ADDED, ADDED));
    }

    @Test
    void met_before_it_was_added_it_was_met_from_the_first_day_of_its_row() {
        assertThat(after(added("LM-014/1", DUE, ADDED), met("LM-014/1", ADDED.minusDays(9))))
                .extracting(row -> row.value().metOn(), row -> row.days().from())
                .containsExactly(tuple(ADDED.minusDays(9), ADDED));
    }

    @Test
    void cancelled_it_stays_in_the_plan_as_such() {
        assertThat(after(added("LM-014/1", DUE, ADDED), cancelled("LM-014/1", LATER)))
                .extracting(
                        row -> row.value().cancelledOn(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple(null, ADDED, LATER), tuple(LATER, LATER, null));
    }

    @Test
    void every_new_forecast_is_kept_with_the_day_on_which_it_was_said() {
        LocalDate first = LocalDate.of(2026, 4, 20);
        LocalDate second = LocalDate.of(2026, 5, 25);
        List<Stretch<ReforecastsBoard.Row>> rows = List.of();
        MilestoneEvent[] events = {
            added("LM-014/1", DUE, ADDED),
            expected("LM-014/1", DUE, LATER, first),
            expected("LM-014/1", LATER, DUE, second),
            met("LM-014/1", second),
            reopened("LM-014/1", second),
            cancelled("LM-014/1", second)
        };
        for (int i = 0; i < events.length; i++) {
            rows = Folded.after(new ReforecastsBoard(), rows, Events.recorded(i + 1, events[i]));
        }
        assertThat(rows)
                .extracting(
                        row -> row.value().previously(),
                        row -> row.value().dueOn(),
                        row -> row.days().from())
                .containsExactly(tuple(DUE, LATER, first), tuple(LATER, DUE, second));
    }
}
