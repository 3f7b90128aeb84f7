package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.staff.PersonId;

class RevisionTest {

    record Row(PersonId personId) {}

    private static final class Completed extends Board<TrainingRecordEvent, Row> {

        private final BiFunction<Timeline<Row>, TrainingCompletionVoided, Timeline<Row>> voided;

        Completed(BiFunction<Timeline<Row>, TrainingCompletionVoided, Timeline<Row>> voided, String... index) {
            super("completed", Span.ONE_DAY, TrainingRecordEvent.class, Row.class);
            namesEvents();
            this.voided = voided;
            if (index.length > 0) {
                index(index);
            }
        }

        @Override
        protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends TrainingRecordEvent> recorded) {
            return switch (recorded.event()) {
                case TrainingCompletionRecorded e ->
                    known.with(Days.on(e.effectiveOn()), recorded.id(), new Row(e.personId()));
                case TrainingCompletionCorrected _ -> known;
                case TrainingCompletionVoided e -> voided.apply(known, e);
            };
        }
    }

    private static final String REVISION = Revision.of(new Completed((known, e) -> known.without(e.supersedes())));

    @Test
    void the_same_board_has_the_same_revision() {
        assertThat(Revision.of(new Completed((known, e) -> known.without(e.supersedes()))))
                .isEqualTo(REVISION);
    }

    @Test
    void what_a_board_makes_of_an_event_that_takes_another_back_is_part_of_it() {
        assertThat(Revision.of(new Completed((known, e) -> known))).isNotEqualTo(REVISION);
    }

    @Test
    void so_is_an_index() {
        assertThat(Revision.of(new Completed((known, e) -> known.without(e.supersedes()), "event_id")))
                .isNotEqualTo(REVISION);
    }
}
