package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.query.board.Row;

/** How well two dimensions fitted together on a day, in somebody's judgement. */
record AlignmentRow(
        EventId eventId,
        ProgrammeId programmeId,
        Dimension dimensionA,
        Dimension dimensionB,
        int rating,
        String evidenceKind,
        String evidenceTitle,
        String evidenceWhere,
        @Nullable String evidenceSha256,
        LocalDate effectiveOn)
        implements Row.Point {

    public static AlignmentRow of(EventId id, AlignmentAssessed e) {
        return new AlignmentRow(
                id,
                e.programmeId(),
                e.dimensionA(),
                e.dimensionB(),
                e.rating(),
                e.evidence().kind(),
                e.evidence().title(),
                e.evidence().where(),
                e.evidence().sha256(),
                e.effectiveOn());
    }

    public boolean isOfSamePairAndDayAs(AlignmentRow other) {
        return dimensionA == other.dimensionA
                && dimensionB == other.dimensionB
                && effectiveOn.equals(other.effectiveOn);
    }
}
