package org.sevenfold.query.skills;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.query.board.View;

/** What one person completed, as it now stands: a corrected completion in its corrected form, a voided one not at all. */
final class CompletionView implements View<TrainingRecordEvent, CompletionRow> {

    @Override
    public List<CompletionRow> evolve(List<CompletionRow> timeline, Recorded<? extends TrainingRecordEvent> recorded) {
        var grown = new ArrayList<>(timeline);
        switch (recorded.event()) {
            case TrainingCompletionRecorded completion ->
                grown.add(CompletionRow.of(
                        recorded.id(),
                        completion.personId(),
                        completion.courseId(),
                        completion.passed(),
                        completion.evidence(),
                        completion.effectiveOn()));
            case TrainingCompletionCorrected correction -> {
                take(grown, correction.supersedes());
                grown.add(CompletionRow.of(
                        recorded.id(),
                        correction.personId(),
                        correction.courseId(),
                        correction.passed(),
                        correction.evidence(),
                        correction.effectiveOn()));
            }
            case TrainingCompletionVoided voided -> take(grown, voided.supersedes());
        }
        return grown;
    }

    private static void take(List<CompletionRow> timeline, EventId superseded) {
        if (!timeline.removeIf(completion -> completion.eventId().equals(superseded))) {
            throw new IllegalStateException("no completion stands as " + superseded);
        }
    }
}
