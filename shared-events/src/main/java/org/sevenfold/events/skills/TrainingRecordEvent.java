package org.sevenfold.events.skills;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.staff.PersonId;

/** What a person completed, one stream a person. A completion is one fact, through all its corrections. */
public sealed interface TrainingRecordEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("TrainingRecord", TrainingRecordEvent.class)
            .stores("skills.training-completion-recorded", TrainingCompletionRecorded.class)
            .stores("skills.training-completion-corrected", TrainingCompletionCorrected.class)
            .stores("skills.training-completion-voided", TrainingCompletionVoided.class);

    PersonId personId();

    CourseId courseId();

    @Override
    default String streamId() {
        return streamIdOf(personId());
    }

    /** The stream of a person's training record, which is not the person's own stream. */
    static String streamIdOf(PersonId person) {
        return "training-record-" + person;
    }

    /** A person took a course to its end on a day; scores are not kept, only passed or not. */
    record TrainingCompletionRecorded(
            PersonId personId,
            CourseId courseId,
            LocalDate effectiveOn,
            boolean passed,
            @Nullable Evidence evidence) implements TrainingRecordEvent {}

    /**
     * The details of a completion were wrong; these are the right ones, whole.
     *
     * @param supersedes the event that held the wrong details: the recording, or the last correction of it
     */
    record TrainingCompletionCorrected(
            EventId supersedes,
            PersonId personId,
            CourseId courseId,
            LocalDate effectiveOn,
            boolean passed,
            @Nullable Evidence evidence)
            implements TrainingRecordEvent {}

    /** The completion never happened. */
    record TrainingCompletionVoided(EventId supersedes, PersonId personId, CourseId courseId)
            implements TrainingRecordEvent {}
}
