package org.sevenfold.events.structure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;

/** What happens to a unit, an old team or a group. */
public sealed interface UnitEvent extends DomainEvent {

    StoredStream STREAM =
            StoredStream.of("Unit", UnitEvent.class).stores("structure.unit-established", UnitEstablished.class);

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
     */
    record UnitEstablished(
            UnitId unitId,
            String reference,
            String name,
            UnitKind kind,
            String serviceArea,
            @Nullable UnitId groupId,
            LocalDate effectiveOn)
            implements UnitEvent {}
}
