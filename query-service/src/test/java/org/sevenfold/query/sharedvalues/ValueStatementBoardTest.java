package org.sevenfold.query.sharedvalues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.sevenfold.query.testing.ChangeWork.adopted;
import static org.sevenfold.query.testing.ChangeWork.value;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Days;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRevised;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.query.board.Folded;
import org.sevenfold.query.testing.Events;

class ValueStatementBoardTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 6);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private static List<Stretch<ValueStatementsBoard.Row>> after(ValueStatementEvent... events) {
        List<Stretch<ValueStatementsBoard.Row>> rows = Folded.after(
                new ValueStatementsBoard(),
                List.of(),
                Events.recorded(1, adopted("VAL-01", ValueStatementKind.PRINCIPLE, MARCH)));
        for (int i = 0; i < events.length; i++) {
            rows = Folded.after(new ValueStatementsBoard(), rows, Events.recorded(i + 2, events[i]));
        }
        return rows;
    }

    @Test
    void words_hold_until_other_words_do() {
        assertThat(after(new ValueStatementRevised(value("VAL-01"), "Better words", APRIL)))
                .extracting(
                        row -> row.value().text(),
                        row -> row.days().from(),
                        row -> row.days().to())
                .containsExactly(tuple("Words of VAL-01", MARCH, APRIL), tuple("Better words", APRIL, null));
    }

    @Test
    void a_statement_ends_on_the_first_day_without_it() {
        assertThat(after(
                        new ValueStatementRevised(value("VAL-01"), "Better words", APRIL),
                        new ValueStatementRetired(value("VAL-01"), Days.before(MAY))))
                .extracting(row -> row.days().from(), row -> row.days().to())
                .containsExactly(tuple(MARCH, APRIL), tuple(APRIL, MAY));
    }
}
