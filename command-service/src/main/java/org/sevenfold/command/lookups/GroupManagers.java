package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.GroupManagers.Assignments;
import org.sevenfold.events.Days;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** Who manages a unit or a group, managed it and will manage it, and the same by person. */
public final class GroupManagers implements Lookup<Assignments> {

    public static final GroupManagers LOOKUP = new GroupManagers();

    /** All assignments to a unit, or of a person, in the order in which they were made. */
    public record Assignments(List<Assignment> assignments) {

        static final Assignments NONE = new Assignments(List.of());
    }

    /**
     * One assignment.
     *
     * @param unitId the unit, or the group
     * @param lastDay inclusive; null where it is open
     */
    public record Assignment(
            EventId eventId,
            UnitId unitId,
            PersonId personId,
            LocalDate from,
            @Nullable LocalDate lastDay) {

        public boolean holdsOn(LocalDate day) {
            return meets(day, day);
        }

        /** Whether it holds on any of these days; the last is inclusive, null means without end. */
        public boolean meets(LocalDate first, @Nullable LocalDate last) {
            return (lastDay == null || !first.isAfter(lastDay)) && (last == null || !from.isAfter(last));
        }
    }

    private GroupManagers() {}

    /** The assignments to a unit or a group itself; a unit has its group's managers beside them. */
    public static List<Assignment> of(Lookups lookups, UnitId unit) {
        return lookups.find(LOOKUP, unit.toString()).orElse(Assignments.NONE).assignments;
    }

    public static List<Assignment> by(Lookups lookups, PersonId person) {
        return lookups.find(LOOKUP, ofPerson(person)).orElse(Assignments.NONE).assignments.stream()
                .map(Assignment::unitId)
                .distinct()
                .flatMap(unit -> of(lookups, unit).stream())
                .filter(assignment -> assignment.personId.equals(person))
                .toList();
    }

    /** The units and groups that a person manages on a day; none on a day on which the person is not in post. */
    public static List<UnitId> managedBy(Lookups lookups, PersonId person, LocalDate day) {
        return Appointments.of(lookups, person).inPostOn(day)
                ? by(lookups, person).stream()
                        .filter(assignment -> assignment.holdsOn(day))
                        .map(Assignment::unitId)
                        .toList()
                : List.of();
    }

    @Override
    public String name() {
        return "group-managers";
    }

    @Override
    public Class<Assignments> type() {
        return Assignments.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case GroupManagerAssigned e -> List.of(e.unitId().toString(), ofPerson(e.personId()));
            case UnitClosed e -> List.of(e.unitId().toString());
            default -> List.of();
        };
    }

    private static String ofPerson(PersonId person) {
        return Key.named("person", person.toString());
    }

    @Override
    public Assignments evolve(@Nullable Assignments before, String key, EventId id, DomainEvent event) {
        List<Assignment> held = before == null ? List.of() : before.assignments;
        return switch (event) {
            case GroupManagerAssigned e ->
                new Assignments(Stream.concat(
                                held.stream()
                                        .map(assignment -> isSucceeded(assignment, e)
                                                ? until(assignment, Days.before(e.effectiveOn()))
                                                : assignment),
                                Stream.of(new Assignment(id, e.unitId(), e.personId(), e.effectiveOn(), e.lastDay())))
                        .toList());
            case UnitClosed e ->
                new Assignments(held.stream()
                        .filter(assignment -> !assignment.from.isAfter(e.lastDay()))
                        .map(assignment -> until(assignment, e.lastDay()))
                        .toList());
            default -> throw new IllegalStateException("group managers do not follow from " + event);
        };
    }

    private static boolean isSucceeded(Assignment assignment, GroupManagerAssigned by) {
        return assignment.unitId.equals(by.unitId())
                && assignment.personId.equals(by.previousHolderId())
                && assignment.holdsOn(by.effectiveOn());
    }

    /** The same with this last day, where it would not end before. */
    private static Assignment until(Assignment assignment, LocalDate lastDay) {
        return new Assignment(
                assignment.eventId,
                assignment.unitId,
                assignment.personId,
                assignment.from,
                Days.between(assignment.from, assignment.lastDay)
                        .endedBy(lastDay)
                        .lastDay());
    }
}
