package org.sevenfold.query.skills;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Row;

/**
 * A completion as it now stands.
 *
 * @param eventId the event that says it as it stands: the recording, or the last correction of it
 */
record CompletionRow(
        EventId eventId,
        PersonId personId,
        CourseId courseId,
        boolean passed,
        @Nullable String evidenceKind,
        @Nullable String evidenceTitle,
        @Nullable String evidenceWhere,
        @Nullable String evidenceSha256,
        LocalDate effectiveOn)
        implements Row.Point {

    static CompletionRow of(
            EventId eventId,
            PersonId person,
            CourseId course,
            boolean passed,
            @Nullable Evidence evidence,
            LocalDate effectiveOn) {
        return new CompletionRow(
                eventId,
                person,
                course,
                passed,
                evidence == null ? null : evidence.kind(),
                evidence == null ? null : evidence.title(),
                evidence == null ? null : evidence.where(),
                evidence == null ? null : evidence.sha256(),
                effectiveOn);
    }
}
