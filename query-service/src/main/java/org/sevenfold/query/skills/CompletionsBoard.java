package org.sevenfold.query.skills;

import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** What one person completed, as it now stands: a corrected completion in its corrected form, a voided one not at all. */
@ReadTable
final class CompletionsBoard extends Board<TrainingRecordEvent, CompletionsBoard.Row> {

    record Row(
            PersonId personId,
            CourseId courseId,
            boolean passed,
            @Nullable String evidenceKind,
            @Nullable String evidenceTitle,
            @Nullable String evidenceWhere,
            @Nullable String evidenceSha256) {

        static Row of(PersonId person, CourseId course, boolean passed, @Nullable Evidence evidence) {
            return evidence == null
                    ? new Row(person, course, passed, null, null, null, null)
                    : new Row(
                            person,
                            course,
                            passed,
                            evidence.kind(),
                            evidence.title(),
                            evidence.where(),
                            evidence.sha256());
        }
    }

    CompletionsBoard() {
        super("completions", Span.ONE_DAY, TrainingRecordEvent.class, Row.class);
        namesEvents();
        index("person_id", "course_id").including("passed", "event_id");
        index("course_id").including("passed", "person_id", "event_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends TrainingRecordEvent> recorded) {
        return switch (recorded.event()) {
            case TrainingCompletionRecorded e ->
                known.with(
                        Days.on(e.effectiveOn()),
                        recorded.id(),
                        Row.of(e.personId(), e.courseId(), e.passed(), e.evidence()));
            case TrainingCompletionCorrected e ->
                without(known, e.supersedes())
                        .with(
                                Days.on(e.effectiveOn()),
                                recorded.id(),
                                Row.of(e.personId(), e.courseId(), e.passed(), e.evidence()));
            case TrainingCompletionVoided e -> without(known, e.supersedes());
        };
    }

    private static Timeline<Row> without(Timeline<Row> known, EventId superseded) {
        if (known.by(superseded).isEmpty()) {
            throw new IllegalStateException("no completion stands as " + superseded);
        }
        return known.without(superseded);
    }
}
