package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.journal.Lookup;

/** Units, by id, by reference and by name. */
public final class Units implements Lookup<UnitFacts> {

    public static final Units LOOKUP = new Units();

    /**
     * What rules know of a unit.
     *
     * @param lastDay inclusive; null while nobody has closed it
     */
    public record UnitFacts(
            UnitId unitId,
            String reference,
            String name,
            UnitKind kind,
            @Nullable UnitId groupId,
            LocalDate from,
            @Nullable LocalDate lastDay) {

        public boolean existsOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    private Units() {}

    public static Optional<UnitFacts> byId(Lookups lookups, UnitId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By what people call it, in any case of letters. */
    public static Optional<UnitFacts> byReference(Lookups lookups, String reference) {
        return known(lookups, Key.named("reference", reference));
    }

    public static Optional<UnitFacts> byName(Lookups lookups, String name) {
        return known(lookups, Key.named("name", name));
    }

    /** What stands under a name is the unit as it began; how it is now stands under its id. */
    private static Optional<UnitFacts> known(Lookups lookups, String key) {
        return lookups.find(LOOKUP, key).flatMap(begun -> byId(lookups, begun.unitId));
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Class<UnitFacts> type() {
        return UnitFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case UnitEstablished e ->
                List.of(e.unitId().toString(), Key.named("reference", e.reference()), Key.named("name", e.name()));
            case UnitClosed e -> List.of(e.unitId().toString());
            default -> List.of();
        };
    }

    @Override
    public UnitFacts evolve(@Nullable UnitFacts before, String key, EventId id, DomainEvent event) {
        return switch ((UnitEvent) event) {
            case UnitEstablished e ->
                new UnitFacts(e.unitId(), e.reference(), e.name(), e.kind(), e.groupId(), e.effectiveOn(), null);
            case UnitClosed e -> until(before, e);
            case GroupManagerAssigned e -> throw new IllegalStateException("units do not follow from " + e);
        };
    }

    private static UnitFacts until(@Nullable UnitFacts unit, UnitClosed e) {
        if (unit == null) {
            throw new IllegalStateException("a unit that was never established: " + e);
        }
        return new UnitFacts(unit.unitId, unit.reference, unit.name, unit.kind, unit.groupId, unit.from, e.lastDay());
    }
}
