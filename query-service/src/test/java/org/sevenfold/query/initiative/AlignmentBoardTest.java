package org.sevenfold.query.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sevenfold.query.testing.Events.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.query.board.Folded;

class AlignmentBoardTest {

    private static final ProgrammeId LEA_MARSH = new ProgrammeId(new UUID(1, 1));
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final Evidence MINUTES = new Evidence("minutes", "Workshop", "folder 12", null);

    @Test
    void of_two_judgements_of_one_pair_for_one_day_the_later_said_counts() {
        var board = new AlignmentsBoard();
        List<Stretch<AlignmentsBoard.Row>> timeline = List.of();
        int position = 0;
        for (int rating : new int[] {2, 3}) {
            for (LocalDate on : new LocalDate[] {MAY, JUNE}) {
                timeline = Folded.after(
                        board,
                        timeline,
                        recorded(
                                ++position,
                                new AlignmentAssessed(
                                        LEA_MARSH,
                                        Dimension.STRUCTURE,
                                        Dimension.SKILLS,
                                        on.equals(MAY) ? rating : 1,
                                        on,
                                        MINUTES)));
            }
        }

        assertThat(timeline)
                .extracting(row -> row.days().from(), row -> row.value().rating())
                .containsExactlyInAnyOrder(tuple(MAY, 3), tuple(JUNE, 1));
    }
}
