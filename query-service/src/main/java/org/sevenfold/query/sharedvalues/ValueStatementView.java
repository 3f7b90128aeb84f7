package org.sevenfold.query.sharedvalues;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRevised;
import org.sevenfold.query.board.Timeline;
import org.sevenfold.query.board.View;

/** One value statement in all the words that it was put into. */
final class ValueStatementView implements View<ValueStatementEvent, ValueStatementRow> {

    @Override
    public List<ValueStatementRow> evolve(
            List<ValueStatementRow> timeline, Recorded<? extends ValueStatementEvent> recorded) {
        return switch (recorded.event()) {
            case ValueStatementAdopted e -> List.of(row(recorded.id(), e));
            case ValueStatementRevised e -> {
                var rows = new ArrayList<>(
                        Timeline.ended(timeline, row -> true, e.effectiveOn(), ValueStatementRow::over));
                rows.add(timeline.getLast().reworded(recorded.id(), e.text(), e.effectiveOn()));
                yield rows;
            }
            case ValueStatementRetired e ->
                Timeline.ended(timeline, row -> true, e.effectiveOn(), ValueStatementRow::over);
        };
    }

    private static ValueStatementRow row(EventId id, ValueStatementAdopted e) {
        return new ValueStatementRow(
                id, e.valueId(), e.programmeId(), e.reference(), e.kind(), e.text(), e.effectiveOn(), null);
    }
}
