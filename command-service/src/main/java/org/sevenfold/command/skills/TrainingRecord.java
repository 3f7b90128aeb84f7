package org.sevenfold.command.skills;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.Courses;
import org.sevenfold.command.lookups.Courses.CourseFacts;
import org.sevenfold.command.skills.TrainingRecordCommand.CorrectTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.RecordTrainingCompletion;
import org.sevenfold.command.skills.TrainingRecordCommand.VoidFact;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionCorrected;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A person's training record. A course is completed at most once a day, by somebody who is in post on that day; a
 * completion is corrected or voided by naming the event that holds it now.
 *
 * @param completions what stands now, by the event that holds it
 * @param superseded the events that no longer hold anything, with the event that took over
 */
record TrainingRecord(Map<EventId, Completion> completions, Map<EventId, EventId> superseded) {

    static final TrainingRecord EMPTY = new TrainingRecord(Map.of(), Map.of());

    /** One completion as it stands now. */
    record Completion(
            PersonId person,
            CourseId course,
            LocalDate on,
            boolean passed,
            @Nullable Evidence evidence) {}

    static List<TrainingRecordEvent> decide(TrainingRecordCommand command, TrainingRecord state, Circumstances in) {
        return switch (command) {
            case RecordTrainingCompletion c -> record(c, state, in);
            case CorrectTrainingCompletion c -> correct(c, state, in);
            case VoidFact c -> voidFact(c, state);
        };
    }

    /** The record after an event, which the log knows by this id. */
    static TrainingRecord evolve(TrainingRecord state, EventId id, TrainingRecordEvent event) {
        return switch (event) {
            case TrainingCompletionRecorded e ->
                state.with(id, new Completion(e.personId(), e.courseId(), e.effectiveOn(), e.passed(), e.evidence()));
            case TrainingCompletionCorrected e ->
                state.without(e.supersedes(), id)
                        .with(
                                id,
                                new Completion(e.personId(), e.courseId(), e.effectiveOn(), e.passed(), e.evidence()));
            case TrainingCompletionVoided e -> state.without(e.supersedes(), id);
        };
    }

    private static List<TrainingRecordEvent> record(
            RecordTrainingCompletion c, TrainingRecord state, Circumstances in) {
        if (!in.knows(c.person())) {
            throw Refusal.because(Code.NOT_FOUND, "There is no such person.", "Nobody has registered this person.")
                    .remedy("Ask human resources to register the person first.");
        }
        requireCompletable(c.person(), c.course(), c.completedOn(), in);
        state.refuseSecond(c.course(), c.completedOn(), in);
        return List.of(
                new TrainingCompletionRecorded(c.person(), c.course(), c.completedOn(), c.passed(), c.evidence()));
    }

    private static List<TrainingRecordEvent> correct(
            CorrectTrainingCompletion c, TrainingRecord state, Circumstances in) {
        Reasoned.require(c.reason());
        EventId id = c.eventId().eventId();
        Completion was = state.standing(id);
        var is = new Completion(
                was.person,
                c.course() == null ? was.course : c.course(),
                c.completedOn() == null ? was.on : c.completedOn(),
                c.passed() == null ? was.passed : c.passed(),
                c.evidence() == null ? was.evidence : c.evidence());
        if (is.equals(was)) {
            throw Refusal.because(Code.VALIDATION, "Nothing would change.", "The completion already says exactly this.")
                    .remedy("Say what is different: the course, the day, whether it was passed, or the evidence.");
        }
        if (!is.course.equals(was.course) || !is.on.equals(was.on)) {
            requireCompletable(is.person, is.course, is.on, in);
            state.refuseSecond(is.course, is.on, in);
        }
        return List.of(new TrainingCompletionCorrected(id, is.person, is.course, is.on, is.passed, is.evidence));
    }

    private static List<TrainingRecordEvent> voidFact(VoidFact c, TrainingRecord state) {
        Reasoned.require(c.reason());
        EventId id = c.eventId().eventId();
        Completion was = state.standing(id);
        return List.of(new TrainingCompletionVoided(id, was.person, was.course));
    }

    private static void requireCompletable(PersonId person, CourseId course, LocalDate on, Circumstances in) {
        in.requireNotFuture(on, "A completion");
        CourseFacts facts = Courses.byId(in.lookups(), course)
                .orElseThrow(() -> Refusal.because(Code.NOT_FOUND, "There is no such course.", "Nobody has defined it.")
                        .remedy("Ask learning and development to define the course first."));
        if (on.isBefore(facts.from())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The course could not be completed yet on that day.",
                            "%s '%s' exists from %s on."
                                    .formatted(facts.code(), facts.title(), London.spoken(facts.from())))
                    .remedy("Give the day from the certificate, or the course that was taken then.");
        }
        LocalDate retired = facts.retiredFrom();
        if (retired != null && !on.isBefore(retired)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The course could no longer be completed on that day.",
                            "%s '%s' cannot be taken from %s on."
                                    .formatted(facts.code(), facts.title(), London.spoken(retired)))
                    .remedy("Give the day from the certificate, or the course that was taken then.");
        }
        if (!Appointments.of(in.lookups(), person).inPostOn(on)) {
            throw Refusal.because(
                            Code.NOT_IN_POST_ON_DATE,
                            "This person was not in post on that day.",
                            "Nobody appointed the person to a post for %s.".formatted(London.spoken(on)))
                    .remedy("Check the day, or ask human resources to record the appointment first.");
        }
        in.requireWithinBackDating(on);
    }

    private void refuseSecond(CourseId course, LocalDate on, Circumstances in) {
        completions.forEach((id, completion) -> {
            if (completion.course.equals(course) && completion.on.equals(on)) {
                String code = Courses.byId(in.lookups(), course)
                        .map(CourseFacts::code)
                        .orElse("the course");
                throw Refusal.because(
                                Code.DUPLICATE,
                                "This completion is recorded already.",
                                "The person's completion of %s on %s stands in the record."
                                        .formatted(code, London.spoken(on)))
                        .remedy("Nothing needs doing; if its details are wrong, correct the existing one.")
                        .with("existingId", id.toString());
            }
        });
    }

    private Completion standing(EventId id) {
        Completion completion = completions.get(id);
        if (completion != null) {
            return completion;
        }
        EventId by = superseded.get(id);
        if (by != null) {
            throw Refusal.because(
                            Code.ALREADY_SUPERSEDED,
                            "This entry was corrected or voided before.",
                            "A later entry took its place.")
                    .remedy("Look at the history, and correct or void the latest entry if that is wrong too.")
                    .with("supersededBy", by.toString());
        }
        throw Refusal.because(
                        Code.INVALID_TRANSITION,
                        "This entry holds no completion.",
                        "Only a completion, or the last correction of one, can be corrected or voided here.")
                .remedy("Name the entry that holds the completion now; the history shows it.")
                .with("allowed", List.of());
    }

    private TrainingRecord with(EventId id, Completion completion) {
        var all = new LinkedHashMap<>(completions);
        all.put(id, completion);
        return new TrainingRecord(all, superseded);
    }

    private TrainingRecord without(EventId id, EventId by) {
        var all = new LinkedHashMap<>(completions);
        if (all.remove(id) == null) {
            throw new IllegalStateException("an event supersedes what does not stand: " + id);
        }
        var gone = new LinkedHashMap<>(superseded);
        gone.put(id, by);
        return new TrainingRecord(all, gone);
    }
}
