package org.sevenfold.command.skills;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.change.OnFact;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Scope;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.staff.PersonId;

/** What can be asked of a person's training record. */
public sealed interface TrainingRecordCommand extends Change {

    Decider<TrainingRecordCommand, ?, TrainingRecordEvent> DECIDER = Decider.of(
            TrainingRecordEvent.STREAM,
            TrainingRecordCommand.class,
            TrainingRecord.EMPTY,
            TrainingRecord::decide,
            TrainingRecord::evolve);

    @Declared(
            summary = "Records that a person completed a course on a day.",
            allowed = {
                @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_GROUP),
                @Allowed(role = Role.CONSULTANT_SOCIAL_WORKER, scope = Scope.OWN_UNIT)
            },
            example = """
                {"person": "S-0001", "course": "RSK-01", "completedOn": "2026-11-02", "passed": true,
                 "evidence": {"kind": "certificate", "title": "RSK-01 certificate", "where": "L&D shelf 4"}}\
                """)
    record RecordTrainingCompletion(
            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("The course, by code or id.") CourseId course,
            @Says("The day on which it was completed.") LocalDate completedOn,
            @Says("Whether the person passed.") boolean passed,

            @Says("Where the certificate or register is kept.") @Nullable
            Evidence evidence)
            implements TrainingRecordCommand {

        @Override
        public String streamId() {
            return TrainingRecordEvent.streamIdOf(person);
        }

        @Override
        public Subject subject() {
            return new Subject.OfPerson(person, completedOn);
        }
    }

    @Declared(
            summary = "Corrects the details of a recorded completion; what is left out stays as it was.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_RECORDS),
                @Allowed(role = Role.CONSULTANT_SOCIAL_WORKER, scope = Scope.OWN_RECENT_RECORDS)
            },
            example = """
                {"eventId": "01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f", "completedOn": "2026-11-03",
                 "reason": "The register shows the day after."}\
                """)
    record CorrectTrainingCompletion(
            @Says("The recording, or its last correction.") FactRef eventId,

            @Says("The right course, by code or id.") @Nullable
            CourseId course,

            @Says("The right day.") @Nullable LocalDate completedOn,
            @Says("Whether the person passed.") @Nullable Boolean passed,

            @Says("Where the certificate or register is kept.") @Nullable
            Evidence evidence,

            @Says("Why it is corrected, in 10 characters or more.")
            String reason)
            implements TrainingRecordCommand, OnFact {

        @Override
        public Subject subject() {
            return new Subject.OfFact(eventId);
        }
    }

    @Declared(
            summary = "Voids a recorded fact that never happened.",
            allowed = {
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
                @Allowed(role = Role.GROUP_MANAGER, scope = Scope.OWN_RECORDS),
                @Allowed(role = Role.CONSULTANT_SOCIAL_WORKER, scope = Scope.OWN_RECENT_RECORDS)
            },
            example = """
                {"eventId": "01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f", "reason": "Recorded for the wrong person."}\
                """)
    record VoidFact(
            @Says("The recording, or its last correction.") FactRef eventId,

            @Says("Why it never happened, in 10 characters or more.")
            String reason)
            implements TrainingRecordCommand, OnFact {

        @Override
        public Subject subject() {
            return new Subject.OfFact(eventId);
        }
    }
}
