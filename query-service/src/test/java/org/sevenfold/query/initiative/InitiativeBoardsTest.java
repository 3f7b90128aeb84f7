package org.sevenfold.query.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.sevenfold.query.testing.ChangeWork.affects;
import static org.sevenfold.query.testing.ChangeWork.approved;
import static org.sevenfold.query.testing.ChangeWork.assigned;
import static org.sevenfold.query.testing.ChangeWork.leaves;
import static org.sevenfold.query.testing.ChangeWork.rated;
import static org.sevenfold.query.testing.ChangeWork.registered;
import static org.sevenfold.query.testing.ChangeWork.serves;
import static org.sevenfold.query.testing.ChangeWork.servesNoLonger;
import static org.sevenfold.query.testing.ChangeWork.stopped;
import static org.sevenfold.query.testing.ChangeWork.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Folded;
import org.sevenfold.query.testing.Events;
import org.sevenfold.query.testing.LeaMarsh;

class InitiativeBoardsTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 6);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private static final InitiativeEvent REGISTERED =
            registered("LM-014", Dimension.STRUCTURE, "ada", FEBRUARY, "CIN-01", "CIN-02");
    private static final UUID CIN_01 = LeaMarsh.id("CIN-01");
    private static final UUID CIN_02 = LeaMarsh.id("CIN-02");

    private static <R extends Record> List<Stretch<R>> after(
            Board<InitiativeEvent, R> board, InitiativeEvent... events) {
        List<Stretch<R>> rows = Folded.after(board, List.of(), Events.recorded(1, REGISTERED));
        for (int i = 0; i < events.length; i++) {
            rows = Folded.after(board, rows, Events.recorded(i + 2, events[i]));
        }
        return rows;
    }

    @Test
    void a_month_that_is_over_keeps_the_owner_that_it_had() {
        assertThat(after(new InitiativesBoard(), assigned("LM-014", "ada", "ben", APRIL)))
                .extracting(
                        row -> row.value().ownerId().value(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple(LeaMarsh.id("ada"), FEBRUARY, APRIL), tuple(LeaMarsh.id("ben"), APRIL, null));
    }

    @Test
    void an_owner_planned_for_later_is_replaced_by_one_from_an_earlier_day() {
        assertThat(after(
                        new InitiativesBoard(),
                        assigned("LM-014", "ada", "ben", MAY),
                        assigned("LM-014", "ada", "cho", APRIL)))
                .extracting(
                        row -> row.value().ownerId().value(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple(LeaMarsh.id("ada"), FEBRUARY, APRIL), tuple(LeaMarsh.id("cho"), APRIL, null));
    }

    @Test
    void whoever_owns_it_it_is_approved_and_closed_on_the_same_days() {
        assertThat(after(
                        new InitiativesBoard(),
                        approved("LM-014", MARCH),
                        assigned("LM-014", "ada", "ben", APRIL),
                        stopped("LM-014", MAY)))
                .extracting(
                        row -> row.value().approvedOn(),
                        row -> row.value().closedOn(),
                        row -> row.value().outcome())
                .containsExactly(
                        tuple(MARCH, MAY, InitiativeOutcome.STOPPED), tuple(MARCH, MAY, InitiativeOutcome.STOPPED));
    }

    @Test
    void its_units_change_with_an_assignment() {
        assertThat(after(new InitiativeUnitsBoard(), assigned("LM-014", "ada", "ada", APRIL, "CIN-02")))
                .extracting(
                        row -> row.value().unitId().value(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(
                        tuple(CIN_01, FEBRUARY, APRIL), tuple(CIN_02, FEBRUARY, APRIL), tuple(CIN_02, APRIL, null));
    }

    @Test
    void the_last_word_on_a_dimension_counts_from_its_day_on() {
        assertThat(after(
                        new DimensionImpactsBoard(),
                        leaves("LM-014", Dimension.STYLE, MARCH),
                        affects("LM-014", Dimension.STAFF, MARCH),
                        affects("LM-014", Dimension.STYLE, MAY)))
                .extracting(
                        row -> row.value().dimension(),
                        row -> row.value().affected(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(
                        tuple(Dimension.STYLE, false, MARCH, MAY),
                        tuple(Dimension.STAFF, true, MARCH, null),
                        tuple(Dimension.STYLE, true, MAY, null));
    }

    @Test
    void a_second_word_on_the_same_day_takes_the_place_of_the_first() {
        assertThat(after(
                        new DimensionImpactsBoard(),
                        leaves("LM-014", Dimension.STYLE, MARCH),
                        affects("LM-014", Dimension.STYLE, MARCH)))
                .extracting(row -> row.value().affected(), row -> row.days().from())
                .containsExactly(tuple(true, MARCH));
    }

    @Test
    void a_value_is_served_until_somebody_takes_it_back_and_can_be_served_again() {
        assertThat(after(
                        new ValueLinksBoard(),
                        serves("LM-014", "VAL-01", MARCH),
                        serves("LM-014", "VAL-02", MARCH),
                        servesNoLonger("LM-014", "VAL-01", APRIL),
                        serves("LM-014", "VAL-01", MAY)))
                .extracting(
                        row -> row.value().valueId(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(
                        tuple(value("VAL-01"), MARCH, APRIL),
                        tuple(value("VAL-02"), MARCH, null),
                        tuple(value("VAL-01"), MAY, null));
    }

    @Test
    void a_rating_holds_until_the_next_and_keeps_why_it_was_given() {
        var red = new Recorded<InitiativeEvent>(
                2,
                Events.id(2),
                "",
                1,
                Instant.EPOCH,
                Map.of("reason", "Nobody is in post."),
                rated("LM-014", Rag.RED, MARCH));
        List<Stretch<RatingsBoard.Row>> rows = Folded.after(new RatingsBoard(), List.of(), red);
        rows = Folded.after(new RatingsBoard(), rows, Events.recorded(3, rated("LM-014", Rag.AMBER, APRIL)));
        assertThat(rows)
                .extracting(
                        row -> row.value().rag(),
                        row -> row.value().reason(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(
                        tuple(Rag.RED, "Nobody is in post.", MARCH, APRIL), tuple(Rag.AMBER, null, APRIL, null));
    }
}
