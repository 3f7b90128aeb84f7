package org.sevenfold.query.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.Events.recorded;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.closed;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.managed;
import static org.sevenfold.query.testing.LeaMarsh.unit;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Folded;

class StructureBoardsTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final UnitsBoard units = new UnitsBoard();
    private final GroupManagersBoard managers = new GroupManagersBoard();

    private List<Stretch<GroupManagersBoard.Row>> managers(UnitEvent... events) {
        List<Stretch<GroupManagersBoard.Row>> timeline = List.of();
        for (int i = 0; i < events.length; i++) {
            timeline = Folded.after(managers, timeline, recorded(i + 1, events[i]));
        }
        return timeline;
    }

    @Test
    void a_closed_unit_exists_up_to_its_last_day_and_names_its_successor() {
        List<Stretch<UnitsBoard.Row>> established =
                Folded.after(units, List.of(), recorded(1, unit("CIN-01", "GRP-1")));

        assertThat(Folded.after(units, established, recorded(2, closed("CIN-01", JUNE, "CIN-02"))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.days().to()).isEqualTo(JUNE.plusDays(1));
                    assertThat(row.value().successorId()).isEqualTo(new UnitId(id("CIN-02")));
                    assertThat(row.value().reference()).isEqualTo("CIN-01");
                });
    }

    @Test
    void a_unit_stays_as_it_is_whoever_manages_it() {
        List<Stretch<UnitsBoard.Row>> established =
                Folded.after(units, List.of(), recorded(1, unit("CIN-01", "GRP-1")));

        assertThat(Folded.after(units, established, recorded(2, managed("CIN-01", null, "ada", JUNE, null))))
                .isEqualTo(established);
    }

    @Test
    void who_takes_over_ends_the_time_of_whom_they_succeed() {
        assertThat(managers(managed("CIN-01", null, "ada", START, null), managed("CIN-01", "ada", "ben", JUNE, null)))
                .extracting(row -> row.days().to())
                .containsExactly(JUNE, null);
    }

    @Test
    void the_last_day_of_a_manager_is_a_day_of_theirs() {
        assertThat(managers(managed("CIN-01", null, "ada", START, JUNE)))
                .extracting(row -> row.days().to())
                .containsExactly(JUNE.plusDays(1));
    }

    @Test
    void somebody_who_came_twice_is_succeeded_where_they_are() {
        assertThat(managers(
                        managed("CIN-01", null, "ada", START, START.plusDays(9)),
                        managed("CIN-01", null, "ada", JUNE, null),
                        managed("CIN-01", "ada", "ben", JULY, null)))
                .extracting(row -> row.days().to())
                .containsExactly(START.plusDays(10), JULY, null);
    }

    @Test
    void a_closed_unit_has_no_manager() {
        assertThat(managers(
                        managed("CIN-01", null, "ada", START, JUNE.minusDays(9)),
                        managed("CIN-01", null, "ben", JUNE.minusDays(8), null),
                        closed("CIN-01", JUNE, null)))
                .extracting(row -> row.days().to())
                .containsExactly(JUNE.minusDays(8), JUNE.plusDays(1));
        assertThat(managers(managed("CIN-01", null, "ada", JULY, null), closed("CIN-01", JUNE, null)))
                .isEmpty();
    }
}
