package org.sevenfold.query.initiative;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.query.board.View;

/** How one programme's dimensions were judged to fit together; of two judgements for one day the later said counts. */
final class AlignmentView implements View<AlignmentEvent, AlignmentRow> {

    @Override
    public List<AlignmentRow> evolve(List<AlignmentRow> timeline, Recorded<? extends AlignmentEvent> recorded) {
        return switch (recorded.event()) {
            case AlignmentAssessed e -> assessed(timeline, recorded.id(), e);
        };
    }

    private static List<AlignmentRow> assessed(List<AlignmentRow> timeline, EventId id, AlignmentAssessed e) {
        AlignmentRow said = AlignmentRow.of(id, e);
        var rows = new ArrayList<>(timeline);
        rows.removeIf(said::isOfSamePairAndDayAs);
        rows.add(said);
        return rows;
    }
}
