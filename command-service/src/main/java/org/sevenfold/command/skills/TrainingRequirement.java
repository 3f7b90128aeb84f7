package org.sevenfold.command.skills;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.CourseRequirements;
import org.sevenfold.command.lookups.CourseRequirements.Requirement;
import org.sevenfold.command.lookups.Courses;
import org.sevenfold.command.lookups.Courses.CourseFacts;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.TrainingRequirements;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.command.skills.TrainingRequirementCommand.SetTrainingRequirement;
import org.sevenfold.command.skills.TrainingRequirementCommand.WithdrawTrainingRequirement;
import org.sevenfold.events.Days;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A training requirement. It is set for days to come and withdrawn for days to come, so that who was compliant on a day
 * that is over stays so.
 */
sealed interface TrainingRequirement {

    /** Nothing has happened yet. */
    record NotYet() implements TrainingRequirement {}

    /** It holds from a day on. */
    record Standing(String reference, CourseId course, LocalDate from) implements TrainingRequirement {}

    /** It holds no longer; the day is the first without it. */
    record Withdrawn(String reference, LocalDate from) implements TrainingRequirement {}

    static List<TrainingRequirementEvent> decide(
            TrainingRequirementCommand command, TrainingRequirement state, Circumstances in) {
        return switch (command) {
            case SetTrainingRequirement c -> set(c, in);
            case WithdrawTrainingRequirement c -> withdraw(c, state, in);
        };
    }

    static TrainingRequirement evolve(TrainingRequirement state, TrainingRequirementEvent event) {
        return switch (event) {
            case TrainingRequirementSet e -> new Standing(e.reference(), e.courseId(), e.effectiveOn());
            case TrainingRequirementWithdrawn e -> new Withdrawn(((Standing) state).reference, Days.after(e.lastDay()));
        };
    }

    /** Of whom something is required, such as {@code every social worker in CIN-04}. */
    static String whom(@Nullable PostRole role, @Nullable UnitId unit, Lookups lookups) {
        String in = unit == null
                ? ""
                : Units.byId(lookups, unit)
                        .map(UnitFacts::reference)
                        .map(" in "::concat)
                        .orElse("");
        return (role == null ? "everybody" : "every " + role.spoken()) + in;
    }

    private static List<TrainingRequirementEvent> set(SetTrainingRequirement c, Circumstances in) {
        TrainingRequirements.byId(in.lookups(), c.requirement()).ifPresent(known -> {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "There is such a requirement already.",
                            "%s has this identity.".formatted(known.reference()))
                    .remedy("Leave the identity out, or give another one.")
                    .with("existingId", known.requirementId().toString());
        });
        in.requireInWindow(in.requireOpen(c.programme()), c.from(), "A training requirement");
        requireNotOver(c.from(), in);
        CourseFacts course = requireCourse(c, in);
        if (c.unit() != null) {
            requireUnit(c.unit(), c.from(), in);
        }
        refuseSecond(c, course, in);
        return List.of(new TrainingRequirementSet(
                c.requirement(),
                TrainingRequirements.nextReference(in.lookups()),
                c.programme(),
                c.course(),
                c.role(),
                c.unit(),
                c.dueInDays(),
                c.from()));
    }

    private static List<TrainingRequirementEvent> withdraw(
            WithdrawTrainingRequirement c, TrainingRequirement state, Circumstances in) {
        Standing requirement = standing(state);
        LocalDate without = Days.after(c.lastDay());
        requireNotOver(without, in);
        if (without.isBefore(requirement.from)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The requirement does not hold yet on that day.",
                            "%s holds from %s on.".formatted(requirement.reference, London.spoken(requirement.from)))
                    .remedy("Give the day before that as its last; it then never holds.")
                    .with("allowed", List.of());
        }
        return List.of(new TrainingRequirementWithdrawn(c.requirement(), requirement.course, c.lastDay()));
    }

    private static Standing standing(TrainingRequirement state) {
        return switch (state) {
            case Standing requirement -> requirement;
            case Withdrawn requirement ->
                throw Refusal.because(
                                Code.REQUIREMENT_NOT_CURRENT,
                                "This requirement is withdrawn already.",
                                "%s holds no longer from %s on."
                                        .formatted(requirement.reference, London.spoken(requirement.from)))
                        .remedy("Nothing needs doing; if the course is required after all, require it anew.");
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such training requirement.", "Nobody has set it.")
                        .remedy("Check which requirement you named.");
        };
    }

    private static void requireNotOver(LocalDate day, Circumstances in) {
        if (day.isBefore(in.today())) {
            throw Refusal.because(
                            Code.BACK_DATING_LIMIT,
                            "What is required cannot change for days that are over.",
                            "%s has passed; who was compliant on that day stays so.".formatted(London.spoken(day)))
                    .remedy("Let it hold from today or later.");
        }
    }

    private static CourseFacts requireCourse(SetTrainingRequirement c, Circumstances in) {
        CourseFacts course = Courses.byId(in.lookups(), c.course())
                .orElseThrow(() -> Refusal.because(Code.NOT_FOUND, "There is no such course.", "Nobody has defined it.")
                        .remedy("Define the course first."));
        LocalDate retired = course.retiredFrom();
        if (retired != null || c.from().isBefore(course.from())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A course that cannot be taken cannot be required.",
                            retired == null
                                    ? "%s '%s' can be taken from %s on."
                                            .formatted(course.code(), course.title(), London.spoken(course.from()))
                                    : "%s '%s' cannot be taken from %s on."
                                            .formatted(course.code(), course.title(), London.spoken(retired)))
                    .remedy(retired == null ? "Require it from that day on." : "Require the course that replaces it.");
        }
        return course;
    }

    private static void requireUnit(UnitId unit, LocalDate day, Circumstances in) {
        UnitFacts facts = Units.byId(in.lookups(), unit)
                .orElseThrow(
                        () -> Refusal.because(Code.NOT_FOUND, "There is no such unit.", "Nobody has established it.")
                                .remedy("Establish the unit first."));
        if (!facts.existsOn(day)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The unit does not exist on that day.",
                            "There is no %s '%s' on %s.".formatted(facts.reference(), facts.name(), London.spoken(day)))
                    .remedy("Name a unit that exists on the first day of the requirement.");
        }
    }

    private static void refuseSecond(SetTrainingRequirement c, CourseFacts course, Circumstances in) {
        for (Requirement other : CourseRequirements.of(in.lookups(), c.course())) {
            if (other.programmeId().equals(c.programme())
                    && other.role() == c.role()
                    && Objects.equals(other.unitId(), c.unit())
                    && other.holdsFrom(c.from())) {
                throw Refusal.because(
                                Code.DUPLICATE,
                                "This is required already.",
                                "%s requires %s of %s from %s on."
                                        .formatted(
                                                other.reference(),
                                                course.code(),
                                                whom(c.role(), c.unit(), in.lookups()),
                                                London.spoken(other.from())))
                        .remedy("Nothing needs doing; to change by when it is due, withdraw that requirement first.")
                        .with("existingId", other.requirementId().toString());
            }
        }
    }
}
