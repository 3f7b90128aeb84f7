package org.sevenfold.query.sharedvalues;

import org.sevenfold.events.Days;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRevised;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** One value statement in all the words in which it held. */
@ReadTable
final class ValueStatementsBoard extends Board<ValueStatementEvent, ValueStatementsBoard.Row> {

    record Row(
            ValueStatementId valueId,
            ProgrammeId programmeId,
            @Reference String reference,
            ValueStatementKind kind,
            String text) {

        Row reworded(String words) {
            return new Row(valueId, programmeId, reference, kind, words);
        }
    }

    ValueStatementsBoard() {
        super("value_statements", Span.DAYS, ValueStatementEvent.class, Row.class);
        namesEvents();
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends ValueStatementEvent> recorded) {
        return switch (recorded.event()) {
            case ValueStatementAdopted e ->
                Timeline.of(
                        Days.from(e.effectiveOn()),
                        recorded.id(),
                        new Row(e.valueId(), e.programmeId(), e.reference(), e.kind(), e.text()));
            case ValueStatementRevised e ->
                known.then(e.effectiveOn(), recorded.id(), known.last().reworded(e.text()));
            case ValueStatementRetired e -> known.ended(e.lastDay());
        };
    }
}
