package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.CourseRequirements.OfCourse;
import org.sevenfold.events.Days;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementWithdrawn;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** Of whom a course is required, was required and will be required. */
public final class CourseRequirements implements Lookup<OfCourse> {

    public static final CourseRequirements LOOKUP = new CourseRequirements();

    /** All requirements of a course, in the order in which they were set. */
    public record OfCourse(List<Requirement> requirements) {

        static final OfCourse NONE = new OfCourse(List.of());
    }

    /**
     * One requirement.
     *
     * @param role null where it holds for every role
     * @param unitId null where it holds for every unit
     * @param withdrawnFrom the first day without it; null while nobody has withdrawn it
     */
    public record Requirement(
            TrainingRequirementId requirementId,
            String reference,
            ProgrammeId programmeId,
            @Nullable PostRole role,
            @Nullable UnitId unitId,
            LocalDate from,
            @Nullable LocalDate withdrawnFrom) {

        /** Whether it holds on this day or on any later one. */
        public boolean holdsFrom(LocalDate day) {
            return withdrawnFrom == null || withdrawnFrom.isAfter(day) && withdrawnFrom.isAfter(from);
        }
    }

    private CourseRequirements() {}

    public static List<Requirement> of(Lookups lookups, CourseId course) {
        return lookups.find(LOOKUP, course.toString()).orElse(OfCourse.NONE).requirements;
    }

    @Override
    public String name() {
        return "course-requirements";
    }

    @Override
    public Class<OfCourse> type() {
        return OfCourse.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case TrainingRequirementSet e -> List.of(e.courseId().toString());
            case TrainingRequirementWithdrawn e -> List.of(e.courseId().toString());
            default -> List.of();
        };
    }

    @Override
    public OfCourse evolve(@Nullable OfCourse before, String key, EventId id, DomainEvent event) {
        OfCourse held = before == null ? OfCourse.NONE : before;
        return switch ((TrainingRequirementEvent) event) {
            case TrainingRequirementSet e ->
                new OfCourse(Stream.concat(
                                held.requirements.stream(),
                                Stream.of(new Requirement(
                                        e.requirementId(),
                                        e.reference(),
                                        e.programmeId(),
                                        e.role(),
                                        e.unitId(),
                                        e.effectiveOn(),
                                        null)))
                        .toList());
            case TrainingRequirementWithdrawn e -> {
                if (held.requirements.stream().noneMatch(r -> r.requirementId.equals(e.requirementId()))) {
                    throw new IllegalStateException("a requirement that was never set: " + e);
                }
                yield new OfCourse(held.requirements.stream()
                        .map(r -> r.requirementId.equals(e.requirementId()) ? until(r, Days.after(e.lastDay())) : r)
                        .toList());
            }
        };
    }

    private static Requirement until(Requirement r, LocalDate withdrawnFrom) {
        return new Requirement(r.requirementId, r.reference, r.programmeId, r.role, r.unitId, r.from, withdrawnFrom);
    }
}
