package org.sevenfold.events.structure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.staff.PersonId;

/** What happens to a unit, an old team or a group. */
public sealed interface UnitEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Unit", UnitEvent.class)
            .stores("structure.unit-established", UnitEstablished.class)
            .stores("structure.group-manager-assigned", GroupManagerAssigned.class)
            .stores("structure.unit-closed", UnitClosed.class);

    UnitId unitId();

    @Override
    default String streamId() {
        return unitId().toString();
    }

    /**
     * A unit exists from a day on.
     *
     * @param reference what people call it, such as {@code CIN-04}
     * @param groupId the group that it belongs to; null for a group, or where it has none yet
     * @param overridden set where its group's manager then has more units than agreed and somebody entitled accepted it
     */
    record UnitEstablished(
            UnitId unitId,
            String reference,
            String name,
            UnitKind kind,
            String serviceArea,
            @Nullable UnitId groupId,
            LocalDate effectiveOn,
            @Nullable Overridden overridden)
            implements UnitEvent {}

    /**
     * Somebody manages the unit, or all units of the group, from a day on.
     *
     * @param previousHolderId whose time ends on the day before, because this one takes over; null where nobody's does
     * @param lastDay the last day, inclusive; null where it is open
     * @param overridden set where it is more units than agreed for one manager and somebody entitled accepted it
     */
    record GroupManagerAssigned(
            UnitId unitId,
            @Nullable PersonId previousHolderId,
            PersonId personId,
            LocalDate effectiveOn,
            @Nullable LocalDate lastDay,
            @Nullable Overridden overridden)
            implements UnitEvent {}

    /**
     * The unit is no more, and the time of whoever manages it ends with it.
     *
     * @param successorId the unit that goes on with its work; null where none does
     */
    record UnitClosed(
            UnitId unitId, LocalDate lastDay, @Nullable UnitId successorId) implements UnitEvent, Ending {}
}
