package org.sevenfold.events.initiative;

import java.time.LocalDate;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;

/** How well two dimensions fit together, one stream a programme. */
public sealed interface AlignmentEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Alignment", AlignmentEvent.class)
            .stores("programme.alignment-assessed", AlignmentAssessed.class);

    ProgrammeId programmeId();

    @Override
    default String streamId() {
        return streamIdOf(programmeId());
    }

    /** The stream of a programme's alignment, which is not the programme's own stream. */
    static String streamIdOf(ProgrammeId programme) {
        return "alignment-" + programme;
    }

    /**
     * Somebody judged how two dimensions fit together.
     *
     * @param dimensionA the earlier of the two in the order of the seven
     * @param rating from 1, they pull apart, to 4, they carry each other
     * @param evidence what the judgement stands on
     */
    record AlignmentAssessed(
            ProgrammeId programmeId,
            Dimension dimensionA,
            Dimension dimensionB,
            int rating,
            LocalDate effectiveOn,
            Evidence evidence)
            implements AlignmentEvent {}
}
