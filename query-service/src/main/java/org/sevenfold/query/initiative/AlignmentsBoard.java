package org.sevenfold.query.initiative;

import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** How one programme's dimensions were judged to fit together; of two judgements for one day the later said counts. */
@ReadTable
final class AlignmentsBoard extends Board<AlignmentEvent, AlignmentsBoard.Row> {

    record Row(
            ProgrammeId programmeId,
            Dimension dimensionA,
            Dimension dimensionB,
            int rating,
            String evidenceKind,
            String evidenceTitle,
            String evidenceWhere,
            @Nullable String evidenceSha256) {

        static Row of(AlignmentAssessed e) {
            return new Row(
                    e.programmeId(),
                    e.dimensionA(),
                    e.dimensionB(),
                    e.rating(),
                    e.evidence().kind(),
                    e.evidence().title(),
                    e.evidence().where(),
                    e.evidence().sha256());
        }

        boolean joins(Dimension a, Dimension b) {
            return dimensionA == a && dimensionB == b;
        }
    }

    AlignmentsBoard() {
        super("alignments", Span.ONE_DAY, AlignmentEvent.class, Row.class);
        namesEvents();
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends AlignmentEvent> recorded) {
        return switch (recorded.event()) {
            case AlignmentAssessed e ->
                known.without(said -> said.days().hold(e.effectiveOn())
                                && said.value().joins(e.dimensionA(), e.dimensionB()))
                        .with(Days.on(e.effectiveOn()), recorded.id(), Row.of(e));
        };
    }
}
