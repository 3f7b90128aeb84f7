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

class CompletionViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);
    private final CompletionView view = new CompletionView();

    private List<CompletionRow> afterRecording() {
        return view.evolve(List.of(), recorded(1, completed("ada", "RSK-01", DAY, true)));
    }

    @Test
    void a_completion_stands_as_it_was_recorded() {
        assertThat(afterRecording()).singleElement().satisfies(row -> {
            assertThat(row.eventId()).isEqualTo(id(1));
            assertThat(row.effectiveOn()).isEqualTo(DAY);
            assertThat(row.evidenceKind()).isEqualTo("certificate");
        });
    }

    @Test
    void a_corrected_completion_stands_as_its_correction() {
        List<CompletionRow> timeline =
                view.evolve(afterRecording(), recorded(2, corrected(id(1), "ada", "RSK-01", DAY.plusDays(1), false)));

        assertThat(timeline).singleElement().satisfies(row -> {
            assertThat(row.eventId()).isEqualTo(id(2));
            assertThat(row.passed()).isFalse();
            assertThat(row.effectiveOn()).isEqualTo(DAY.plusDays(1));
        });
    }

    @Test
    void a_voided_completion_does_not_stand_and_others_do() {
        List<CompletionRow> two = view.evolve(afterRecording(), recorded(2, completed("ada", "SYS-01", DAY, true)));

        assertThat(view.evolve(two, recorded(3, voided(id(1), "ada", "RSK-01"))))
                .extracting(CompletionRow::eventId)
                .containsExactly(id(2));
    }

    @Test
    void what_supersedes_nothing_is_not_taken() {
        assertThatThrownBy(() -> view.evolve(afterRecording(), recorded(2, voided(id(7), "ada", "RSK-01"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
