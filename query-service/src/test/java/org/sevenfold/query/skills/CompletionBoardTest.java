package org.sevenfold.query.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.query.testing.Events.id;
import static org.sevenfold.query.testing.Events.recorded;
import static org.sevenfold.query.testing.LeaMarsh.completed;
import static org.sevenfold.query.testing.LeaMarsh.corrected;
import static org.sevenfold.query.testing.LeaMarsh.voided;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.query.board.Folded;

class CompletionBoardTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);
    private final CompletionsBoard board = new CompletionsBoard();

    private List<Stretch<CompletionsBoard.Row>> afterRecording() {
        return Folded.after(board, List.of(), recorded(1, completed("ada", "RSK-01", DAY, true)));
    }

    @Test
    void a_completion_stands_as_it_was_recorded() {
        assertThat(afterRecording()).singleElement().satisfies(row -> {
            assertThat(row.by()).isEqualTo(id(1));
            assertThat(row.days().from()).isEqualTo(DAY);
            assertThat(row.value().evidenceKind()).isEqualTo("certificate");
        });
    }

    @Test
    void a_corrected_completion_stands_as_its_correction() {
        List<Stretch<CompletionsBoard.Row>> timeline = Folded.after(
                board, afterRecording(), recorded(2, corrected(id(1), "ada", "RSK-01", DAY.plusDays(1), false)));

        assertThat(timeline).singleElement().satisfies(row -> {
            assertThat(row.by()).isEqualTo(id(2));
            assertThat(row.value().passed()).isFalse();
            assertThat(row.days().from()).isEqualTo(DAY.plusDays(1));
        });
    }

    @Test
    void a_voided_completion_does_not_stand_and_others_do() {
        List<Stretch<CompletionsBoard.Row>> two =
                Folded.after(board, afterRecording(), recorded(2, completed("ada", "SYS-01", DAY, true)));

        assertThat(Folded.after(board, two, recorded(3, voided(id(1), "ada", "RSK-01"))))
                .extracting(Stretch::by)
                .containsExactly(id(2));
    }

    @Test
    void what_supersedes_nothing_is_not_taken() {
        assertThatThrownBy(() -> Folded.after(board, afterRecording(), recorded(2, voided(id(7), "ada", "RSK-01"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
